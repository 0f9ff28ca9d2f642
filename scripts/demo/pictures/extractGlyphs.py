#!/usr/bin/env python3
"""Writes glyphs.json: the outlines of the characters that the demo's pictures use, and of no others.

For developers only, after a text on a picture changed. Needs Debian's fonts-noto-cjk and python3-fonttools.
Reads a JSON object {"serif": "characters", "sans": "characters"} from standard input:
  npx tsx scripts/demo/pictures/printCharacters.ts | python3 scripts/demo/pictures/extractGlyphs.py
"""
import json
import os
import sys
from fontTools.ttLib import TTCollection
from fontTools.pens.basePen import BasePen

FONTS = "/usr/share/fonts/opentype/noto"
FACES = {"serif": ("NotoSerifCJK-Bold.ttc", "Noto Serif CJK SC"), "sans": ("NotoSansCJK-Bold.ttc", "Noto Sans CJK SC")}


def number(value):
    return str(int(round(value)))


def join(values):
    out = ""
    for value in values:
        word = number(value)
        out += word if word.startswith("-") or not out else " " + word
    return out


class Relative(BasePen):
    """An SVG path in whole units with relative commands: the shortest that needs no library to read."""

    def __init__(self, glyphs):
        super().__init__(glyphs)
        self.out = []
        self.at = (0, 0)
        self.last = ""

    def add(self, command, points):
        flat = []
        for x, y in points:
            flat += [round(x) - self.at[0], round(y) - self.at[1]]
        end = points[-1]
        self.at = (round(end[0]), round(end[1]))
        if command == "l" and flat[1] == 0:
            command, flat = "h", flat[:1]
        elif command == "l" and flat[0] == 0:
            command, flat = "v", flat[1:]
        words = join(flat)
        if command == self.last:
            self.out.append(words if words.startswith("-") else " " + words)
        else:
            self.out.append(command + words)
        self.last = command

    def _moveTo(self, point):
        self.out.append("M" + join((round(point[0]), round(point[1]))))
        self.at = (round(point[0]), round(point[1]))
        self.last = "M"

    def _lineTo(self, point):
        self.add("l", [point])

    def _curveToOne(self, a, b, c):
        self.add("c", [a, b, c])

    def _closePath(self):
        self.out.append("z")
        self.last = "z"


def outlines(file, family, characters):
    for font in TTCollection(os.path.join(FONTS, file)).fonts:
        if font["name"].getDebugName(1).startswith(family) and "Mono" not in font["name"].getDebugName(1):
            break
    else:
        raise SystemExit(f"{family} is not in {file}")
    cmap, glyphs, widths = font.getBestCmap(), font.getGlyphSet(), font["hmtx"]
    result = {}
    for character in sorted(set(characters)):
        name = cmap[ord(character)]
        pen = Relative(glyphs)
        glyphs[name].draw(pen)
        result[character] = [widths[name][0], "".join(pen.out)]
    return result


wanted = json.load(sys.stdin)
faces = {face: outlines(*FACES[face], wanted[face]) for face in FACES}
target = os.path.join(os.path.dirname(os.path.abspath(__file__)), "glyphs.json")
with open(target, "w", encoding="utf-8") as out:
    rows = [
        f'"{face}":{{\n' + ",\n".join(json.dumps(c, ensure_ascii=False) + ":" + json.dumps(g, separators=(",", ":")) for c, g in table.items()) + "\n}"
        for face, table in faces.items()
    ]
    out.write("{" + ",\n".join(rows) + "}\n")
print(os.path.getsize(target), "bytes")
