import type { Locale } from '../model';
import type { MediaRefusal, MediaUse } from '../moments';

const megabytes = (bytes: number): string => `${Math.floor(bytes / (1024 * 1024))} MB`;
const megapixels = (pixels: number): number => Math.round(pixels / 1_000_000);

const usesZh: Record<MediaUse, string> = {
  posts: '内容',
  products: '商品',
  users: '成员的二维码',
  receipts: '执行截图',
};
const usesEn: Record<MediaUse, string> = {
  posts: 'posts',
  products: 'products',
  users: 'a person’s QR code',
  receipts: 'a proof of posting',
};

const zh = {
  refused: (reason: MediaRefusal): string => {
    switch (reason.code) {
      case 'empty':
        return '这个文件是空的（0 字节），请重新选择。';
      case 'missing':
        return '请选择要上传的图片或视频。';
      case 'not-an-image':
        return '这不是能用的图片或视频。图片支持 JPG、PNG、WebP、GIF、AVIF、TIFF，视频支持 MP4。';
      case 'svg':
        return '不支持 SVG（里面可以藏脚本，微信也不能发）。请导出为 PNG 或 JPG 再上传。';
      case 'html':
        return '这是网页文件，不是图片，只是名字改成了图片。请上传真正的图片。';
      case 'heic':
        return '这是 iPhone 的 HEIC 照片，微信和这里都用 JPG。两种办法：在 iPhone「设置 → 相机 → 格式」选「兼容性最佳」后重拍；或把照片用微信发给「文件传输助手」，再保存下来上传。';
      case 'video-format':
        return '视频只支持 MP4。iPhone 的 MOV 视频可以用微信发给「文件传输助手」，再保存下来上传，就是 MP4。';
      case 'image-too-large':
        return `图片太大，最多 ${megabytes(reason.limitBytes)}。请压缩后再上传；朋友圈只显示 1080 像素宽，更大也不会更清楚。`;
      case 'video-too-large':
        return `视频太大，最多 ${megabytes(reason.limitBytes)}。请剪短或压缩后再上传。`;
      case 'too-many-pixels':
        return `图片尺寸太大（${reason.width} × ${reason.height} 像素），最多约 ${megapixels(reason.limitPixels)} 百万像素。请缩小后再上传。`;
      case 'too-long':
        return `图片太长或太宽（${reason.width} × ${reason.height} 像素），长边最多是短边的 ${reason.limit} 倍。请切成几张再上传。`;
      case 'damaged':
        return '文件不完整或已损坏，打不开。请重新导出，或在手机上重新保存后再上传。';
      case 'too-slow':
        return '这张图片处理得太久，已停止。请另存为普通 JPG 再上传。';
      case 'busy':
        return '现在同时上传的人太多，请过几秒再试。';
      case 'storage':
        return '文件存不下来：存储空间不足或不可写。请联系管理员，素材没有保存。';
    }
  },
  uploadLimit: (imageBytes: number, videoBytes: number): string =>
    `文件太大：图片最多 ${megabytes(imageBytes)}，视频最多 ${megabytes(videoBytes)}。`,
  fileGone: '找不到这个文件。',
  inUse: (places: readonly MediaUse[]): string =>
    `这个素材正在被使用，不能删除：${places.map((place) => usesZh[place]).join('、')}。请先在那里换掉它。`,
  inUseByOthers: (places: readonly MediaUse[]): string =>
    `这个素材用在您不能修改的地方，不能换文件：${places.map((place) => usesZh[place]).join('、')}。请另外上传一份来用。`,
};

const en: typeof zh = {
  refused: (reason) => {
    switch (reason.code) {
      case 'empty':
        return 'This file is empty (0 bytes). Please choose it again.';
      case 'missing':
        return 'Please choose a picture or a video to upload.';
      case 'not-an-image':
        return 'This is not a picture or video that can be used. Pictures may be JPG, PNG, WebP, GIF, AVIF or TIFF; videos MP4.';
      case 'svg':
        return 'SVG is not taken: it can carry scripts, and WeChat cannot post it. Please export it as PNG or JPG.';
      case 'html':
        return 'This is a web page under the name of a picture. Please upload the picture itself.';
      case 'heic':
        return 'This is a HEIC photo from an iPhone; WeChat and this product use JPG. Either choose Settings → Camera → Formats → Most Compatible and take it again, or send the photo to yourself in WeChat (File Transfer), save it there, and upload that.';
      case 'video-format':
        return 'Videos must be MP4. An iPhone’s MOV becomes an MP4 when you send it to yourself in WeChat (File Transfer) and save it from there.';
      case 'image-too-large':
        return `The picture is too large: ${megabytes(reason.limitBytes)} at most. Please compress it; Moments shows 1080 pixels of width, so more is not sharper.`;
      case 'video-too-large':
        return `The video is too large: ${megabytes(reason.limitBytes)} at most. Please shorten or compress it.`;
      case 'too-many-pixels':
        return `The picture is too large (${reason.width} × ${reason.height} pixels): about ${megapixels(reason.limitPixels)} megapixels at most. Please scale it down.`;
      case 'too-long':
        return `The picture is too long or too wide (${reason.width} × ${reason.height} pixels): the long side may be ${reason.limit} times the short one. Please cut it into several.`;
      case 'damaged':
        return 'The file is incomplete or damaged and cannot be opened. Please export it again, or save it again on the phone.';
      case 'too-slow':
        return 'This picture took too long to process. Please save it as a plain JPG and upload that.';
      case 'busy':
        return 'Too many uploads at once. Please try again in a few seconds.';
      case 'storage':
        return 'The file could not be stored: no space, or not writable. Please tell an administrator; nothing was saved.';
    }
  },
  uploadLimit: (imageBytes, videoBytes) =>
    `The file is too large: pictures ${megabytes(imageBytes)}, videos ${megabytes(videoBytes)} at most.`,
  fileGone: 'There is no such file.',
  inUse: (places) =>
    `This file is in use and cannot be deleted: ${places.map((place) => usesEn[place]).join(', ')}. Please replace it there first.`,
  inUseByOthers: (places) =>
    `This file is used where you cannot change anything, so it is not replaced: ${places.map((place) => usesEn[place]).join(', ')}. Please upload another one and use that.`,
};

export const mediaWords: Record<Locale, typeof zh> = { zh, en };
