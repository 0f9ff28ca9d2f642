import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`posts_first_comments\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`text\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`posts_first_comments_order_idx\` ON \`posts_first_comments\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`posts_first_comments_parent_id_idx\` ON \`posts_first_comments\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`posts_variants_first_comments\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`text\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`posts_variants\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`posts_variants_first_comments_order_idx\` ON \`posts_variants_first_comments\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`posts_variants_first_comments_parent_id_idx\` ON \`posts_variants_first_comments\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`posts_variants\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`body\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`posts_variants_order_idx\` ON \`posts_variants\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`posts_variants_parent_id_idx\` ON \`posts_variants\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`posts\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`title\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`body\` text,
  	\`video_id\` integer,
  	\`link\` text,
  	\`link_title\` text,
  	\`copy_mode\` text DEFAULT 'exact' NOT NULL,
  	\`guidance\` text,
  	\`product_id\` integer,
  	\`offer_id\` integer,
  	\`occasion_id\` integer,
  	\`audience_visibility\` text DEFAULT 'everyone' NOT NULL,
  	\`scheduled_at\` text,
  	\`expires_at\` text,
  	\`on_conflict\` text DEFAULT 'defer' NOT NULL,
  	\`on_late\` text DEFAULT 'release' NOT NULL,
  	\`priority\` numeric DEFAULT 0 NOT NULL,
  	\`day_bound\` integer DEFAULT false,
  	\`status\` text DEFAULT 'draft',
  	\`content_hash\` text,
  	\`launch_script_id\` integer,
  	\`launch_step\` text,
  	\`replaces_id\` integer,
  	\`status_words\` text,
  	\`card_states\` text,
  	\`state_token\` text,
  	\`changed_by\` text,
  	\`in_flight\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`video_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`product_id\`) REFERENCES \`products\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`offer_id\`) REFERENCES \`offers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`occasion_id\`) REFERENCES \`occasions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`launch_script_id\`) REFERENCES \`launch_scripts\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`replaces_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`posts_kind_idx\` ON \`posts\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`posts_video_idx\` ON \`posts\` (\`video_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_product_idx\` ON \`posts\` (\`product_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_offer_idx\` ON \`posts\` (\`offer_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_occasion_idx\` ON \`posts\` (\`occasion_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_scheduled_at_idx\` ON \`posts\` (\`scheduled_at\`);`)
  await db.run(sql`CREATE INDEX \`posts_status_idx\` ON \`posts\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`posts_launch_script_idx\` ON \`posts\` (\`launch_script_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_replaces_idx\` ON \`posts\` (\`replaces_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_in_flight_idx\` ON \`posts\` (\`in_flight\`);`)
  await db.run(sql`CREATE INDEX \`posts_updated_at_idx\` ON \`posts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`posts_created_at_idx\` ON \`posts\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`inFlight_scheduledAt_idx\` ON \`posts\` (\`in_flight\`,\`scheduled_at\`);`)
  await db.run(sql`CREATE TABLE \`posts_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` integer,
  	\`segments_id\` integer,
  	\`feeds_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`segments_id\`) REFERENCES \`segments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`feeds_id\`) REFERENCES \`feeds\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`posts_rels_order_idx\` ON \`posts_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`posts_rels_parent_idx\` ON \`posts_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_rels_path_idx\` ON \`posts_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`posts_rels_media_id_idx\` ON \`posts_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_rels_segments_id_idx\` ON \`posts_rels\` (\`segments_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_rels_feeds_id_idx\` ON \`posts_rels\` (\`feeds_id\`);`)
  await db.run(sql`CREATE TABLE \`launch_scripts_phases_kinds\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`launch_scripts_phases\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`launch_scripts_phases_kinds_order_idx\` ON \`launch_scripts_phases_kinds\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`launch_scripts_phases_kinds_parent_idx\` ON \`launch_scripts_phases_kinds\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`launch_scripts_phases_exc\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`rule_id\` integer,
  	\`from\` text NOT NULL,
  	\`to\` text NOT NULL,
  	\`limit\` numeric,
  	\`min_gap_minutes\` numeric,
  	\`quiet_hours\` integer,
  	\`reason\` text NOT NULL,
  	FOREIGN KEY (\`rule_id\`) REFERENCES \`cap_rules\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`launch_scripts_phases\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`launch_scripts_phases_exc_order_idx\` ON \`launch_scripts_phases_exc\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`launch_scripts_phases_exc_parent_id_idx\` ON \`launch_scripts_phases_exc\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`launch_scripts_phases_exc_rule_idx\` ON \`launch_scripts_phases_exc\` (\`rule_id\`);`)
  await db.run(sql`CREATE TABLE \`launch_scripts_phases_steps_channels\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`launch_scripts_phases_steps\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`launch_scripts_phases_steps_channels_order_idx\` ON \`launch_scripts_phases_steps_channels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`launch_scripts_phases_steps_channels_parent_idx\` ON \`launch_scripts_phases_steps_channels\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`launch_scripts_phases_steps_variants_first_comments\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`text\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`launch_scripts_phases_steps_variants\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`launch_scripts_phases_steps_variants_first_comments_order_idx\` ON \`launch_scripts_phases_steps_variants_first_comments\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`launch_scripts_phases_steps_variants_first_comments_parent_id_idx\` ON \`launch_scripts_phases_steps_variants_first_comments\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`launch_scripts_phases_steps_variants\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`body\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`launch_scripts_phases_steps\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`launch_scripts_phases_steps_variants_order_idx\` ON \`launch_scripts_phases_steps_variants\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`launch_scripts_phases_steps_variants_parent_id_idx\` ON \`launch_scripts_phases_steps_variants\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`launch_scripts_phases_steps_first_comments\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`text\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`launch_scripts_phases_steps\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`launch_scripts_phases_steps_first_comments_order_idx\` ON \`launch_scripts_phases_steps_first_comments\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`launch_scripts_phases_steps_first_comments_parent_id_idx\` ON \`launch_scripts_phases_steps_first_comments\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`launch_scripts_phases_steps\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`title_en\` text,
  	\`key\` text NOT NULL,
  	\`offset_days\` numeric,
  	\`time\` text,
  	\`offset_minutes\` numeric,
  	\`kind\` text NOT NULL,
  	\`flash\` text,
  	\`pictures\` numeric DEFAULT 0,
  	\`guidance\` text,
  	\`body\` text,
  	\`copy_mode\` text DEFAULT 'exact',
  	\`staff_guidance\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`launch_scripts_phases\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`launch_scripts_phases_steps_order_idx\` ON \`launch_scripts_phases_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`launch_scripts_phases_steps_parent_id_idx\` ON \`launch_scripts_phases_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`launch_scripts_phases\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`name\` text,
  	\`name_en\` text,
  	\`guidance\` text,
  	\`required\` integer,
  	\`max_sales\` numeric,
  	\`min_gap_minutes\` numeric,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`launch_scripts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`launch_scripts_phases_order_idx\` ON \`launch_scripts_phases\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`launch_scripts_phases_parent_id_idx\` ON \`launch_scripts_phases\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`launch_scripts\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text NOT NULL,
  	\`product_id\` integer,
  	\`offer_id\` integer,
  	\`launch_at\` text NOT NULL,
  	\`timezone\` text DEFAULT 'Asia/Shanghai' NOT NULL,
  	\`status\` text DEFAULT 'draft',
  	\`content_hash\` text,
  	\`template_id\` integer,
  	\`template_hash\` text,
  	\`changed_by\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`product_id\`) REFERENCES \`products\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`offer_id\`) REFERENCES \`offers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`template_id\`) REFERENCES \`launch_templates\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`launch_scripts_product_idx\` ON \`launch_scripts\` (\`product_id\`);`)
  await db.run(sql`CREATE INDEX \`launch_scripts_offer_idx\` ON \`launch_scripts\` (\`offer_id\`);`)
  await db.run(sql`CREATE INDEX \`launch_scripts_template_idx\` ON \`launch_scripts\` (\`template_id\`);`)
  await db.run(sql`CREATE INDEX \`launch_scripts_updated_at_idx\` ON \`launch_scripts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`launch_scripts_created_at_idx\` ON \`launch_scripts\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`launch_scripts_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`feeds_id\` integer,
  	\`segments_id\` integer,
  	\`media_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`launch_scripts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`feeds_id\`) REFERENCES \`feeds\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`segments_id\`) REFERENCES \`segments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`launch_scripts_rels_order_idx\` ON \`launch_scripts_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`launch_scripts_rels_parent_idx\` ON \`launch_scripts_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`launch_scripts_rels_path_idx\` ON \`launch_scripts_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`launch_scripts_rels_feeds_id_idx\` ON \`launch_scripts_rels\` (\`feeds_id\`);`)
  await db.run(sql`CREATE INDEX \`launch_scripts_rels_segments_id_idx\` ON \`launch_scripts_rels\` (\`segments_id\`);`)
  await db.run(sql`CREATE INDEX \`launch_scripts_rels_media_id_idx\` ON \`launch_scripts_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`launch_templates_phases_kinds\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`launch_templates_phases\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`launch_templates_phases_kinds_order_idx\` ON \`launch_templates_phases_kinds\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`launch_templates_phases_kinds_parent_idx\` ON \`launch_templates_phases_kinds\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`launch_templates_phases_exc\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`rule_id\` integer,
  	\`from_days\` numeric NOT NULL,
  	\`from_time\` text DEFAULT '00:00',
  	\`to_days\` numeric NOT NULL,
  	\`to_time\` text DEFAULT '00:00',
  	\`limit\` numeric,
  	\`min_gap_minutes\` numeric,
  	\`quiet_hours\` integer,
  	\`reason\` text NOT NULL,
  	FOREIGN KEY (\`rule_id\`) REFERENCES \`cap_rules\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`launch_templates_phases\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`launch_templates_phases_exc_order_idx\` ON \`launch_templates_phases_exc\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`launch_templates_phases_exc_parent_id_idx\` ON \`launch_templates_phases_exc\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`launch_templates_phases_exc_rule_idx\` ON \`launch_templates_phases_exc\` (\`rule_id\`);`)
  await db.run(sql`CREATE TABLE \`launch_templates_phases_steps_channels\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`launch_templates_phases_steps\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`launch_templates_phases_steps_channels_order_idx\` ON \`launch_templates_phases_steps_channels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`launch_templates_phases_steps_channels_parent_idx\` ON \`launch_templates_phases_steps_channels\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`launch_templates_phases_steps_variants_first_comments\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`text\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`launch_templates_phases_steps_variants\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`launch_templates_phases_steps_variants_first_comments_order_idx\` ON \`launch_templates_phases_steps_variants_first_comments\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`launch_templates_phases_steps_variants_first_comments_parent_id_idx\` ON \`launch_templates_phases_steps_variants_first_comments\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`launch_templates_phases_steps_variants\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`body\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`launch_templates_phases_steps\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`launch_templates_phases_steps_variants_order_idx\` ON \`launch_templates_phases_steps_variants\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`launch_templates_phases_steps_variants_parent_id_idx\` ON \`launch_templates_phases_steps_variants\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`launch_templates_phases_steps_first_comments\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`text\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`launch_templates_phases_steps\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`launch_templates_phases_steps_first_comments_order_idx\` ON \`launch_templates_phases_steps_first_comments\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`launch_templates_phases_steps_first_comments_parent_id_idx\` ON \`launch_templates_phases_steps_first_comments\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`launch_templates_phases_steps\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`title_en\` text,
  	\`key\` text NOT NULL,
  	\`offset_days\` numeric,
  	\`time\` text,
  	\`offset_minutes\` numeric,
  	\`kind\` text NOT NULL,
  	\`flash\` text,
  	\`pictures\` numeric DEFAULT 0,
  	\`guidance\` text,
  	\`body\` text,
  	\`copy_mode\` text DEFAULT 'exact',
  	\`staff_guidance\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`launch_templates_phases\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`launch_templates_phases_steps_order_idx\` ON \`launch_templates_phases_steps\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`launch_templates_phases_steps_parent_id_idx\` ON \`launch_templates_phases_steps\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`launch_templates_phases\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`name\` text,
  	\`name_en\` text,
  	\`guidance\` text,
  	\`required\` integer,
  	\`max_sales\` numeric,
  	\`min_gap_minutes\` numeric,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`launch_templates\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`launch_templates_phases_order_idx\` ON \`launch_templates_phases\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`launch_templates_phases_parent_id_idx\` ON \`launch_templates_phases\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`launch_templates\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text NOT NULL,
  	\`name_en\` text,
  	\`description\` text,
  	\`status\` text DEFAULT 'draft',
  	\`content_hash\` text,
  	\`changed_by\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`launch_templates_updated_at_idx\` ON \`launch_templates\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`launch_templates_created_at_idx\` ON \`launch_templates\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`launch_templates_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`feeds_id\` integer,
  	\`segments_id\` integer,
  	\`media_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`launch_templates\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`feeds_id\`) REFERENCES \`feeds\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`segments_id\`) REFERENCES \`segments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`launch_templates_rels_order_idx\` ON \`launch_templates_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`launch_templates_rels_parent_idx\` ON \`launch_templates_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`launch_templates_rels_path_idx\` ON \`launch_templates_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`launch_templates_rels_feeds_id_idx\` ON \`launch_templates_rels\` (\`feeds_id\`);`)
  await db.run(sql`CREATE INDEX \`launch_templates_rels_segments_id_idx\` ON \`launch_templates_rels\` (\`segments_id\`);`)
  await db.run(sql`CREATE INDEX \`launch_templates_rels_media_id_idx\` ON \`launch_templates_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`occasions\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text NOT NULL,
  	\`kind\` text DEFAULT 'own' NOT NULL,
  	\`date\` text,
  	\`rule\` text,
  	\`lead_days\` numeric DEFAULT 7,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`occasions_updated_at_idx\` ON \`occasions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`occasions_created_at_idx\` ON \`occasions\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`cap_rules_kinds\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`cap_rules\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`cap_rules_kinds_order_idx\` ON \`cap_rules_kinds\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`cap_rules_kinds_parent_idx\` ON \`cap_rules_kinds\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`cap_rules_channels\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`cap_rules\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`cap_rules_channels_order_idx\` ON \`cap_rules_channels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`cap_rules_channels_parent_idx\` ON \`cap_rules_channels\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`cap_rules\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text NOT NULL,
  	\`enabled\` integer DEFAULT true,
  	\`limit\` numeric,
  	\`min_gap_minutes\` numeric,
  	\`window_unit\` text DEFAULT 'day' NOT NULL,
  	\`window_hours\` numeric,
  	\`scope\` text DEFAULT 'customer' NOT NULL,
  	\`counts\` text DEFAULT 'all' NOT NULL,
  	\`description\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`cap_rules_updated_at_idx\` ON \`cap_rules\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`cap_rules_created_at_idx\` ON \`cap_rules\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`cap_rules_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`feeds_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`cap_rules\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`feeds_id\`) REFERENCES \`feeds\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`cap_rules_rels_order_idx\` ON \`cap_rules_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`cap_rules_rels_parent_idx\` ON \`cap_rules_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`cap_rules_rels_path_idx\` ON \`cap_rules_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`cap_rules_rels_feeds_id_idx\` ON \`cap_rules_rels\` (\`feeds_id\`);`)
  await db.run(sql`CREATE TABLE \`media\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`alt\` text,
  	\`original_name\` text,
  	\`moments_width\` numeric,
  	\`moments_height\` numeric,
  	\`sha256\` text,
  	\`thumb_sha256\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric
  );
  `)
  await db.run(sql`CREATE INDEX \`media_sha256_idx\` ON \`media\` (\`sha256\`);`)
  await db.run(sql`CREATE INDEX \`media_updated_at_idx\` ON \`media\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`media_created_at_idx\` ON \`media\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`media_filename_idx\` ON \`media\` (\`filename\`);`)
  await db.run(sql`CREATE TABLE \`products\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text NOT NULL,
  	\`tier\` text,
  	\`price\` numeric,
  	\`link\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`products_updated_at_idx\` ON \`products\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`products_created_at_idx\` ON \`products\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`products_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`products\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`products_rels_order_idx\` ON \`products_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`products_rels_parent_idx\` ON \`products_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`products_rels_path_idx\` ON \`products_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`products_rels_media_id_idx\` ON \`products_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE TABLE \`offers\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text NOT NULL,
  	\`kind\` text,
  	\`product_id\` integer,
  	\`valid_from\` text,
  	\`valid_to\` text,
  	\`code\` text,
  	\`terms\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`product_id\`) REFERENCES \`products\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`offers_product_idx\` ON \`offers\` (\`product_id\`);`)
  await db.run(sql`CREATE INDEX \`offers_updated_at_idx\` ON \`offers\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`offers_created_at_idx\` ON \`offers\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`feeds\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text NOT NULL,
  	\`channel\` text DEFAULT 'wechat-moments' NOT NULL,
  	\`timezone\` text DEFAULT 'Asia/Shanghai' NOT NULL,
  	\`pool_id\` integer,
  	\`quiet_hours_from\` text DEFAULT '22:00',
  	\`quiet_hours_to\` text DEFAULT '07:30',
  	\`overlap\` numeric DEFAULT 1 NOT NULL,
  	\`lead_minutes\` numeric DEFAULT 0 NOT NULL,
  	\`targets\` text,
  	\`active\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`pool_id\`) REFERENCES \`pools\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`feeds_name_idx\` ON \`feeds\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`feeds_pool_idx\` ON \`feeds\` (\`pool_id\`);`)
  await db.run(sql`CREATE INDEX \`feeds_updated_at_idx\` ON \`feeds\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`feeds_created_at_idx\` ON \`feeds\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`feeds_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` integer,
  	\`teams_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`feeds\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`teams_id\`) REFERENCES \`teams\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`feeds_rels_order_idx\` ON \`feeds_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`feeds_rels_parent_idx\` ON \`feeds_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`feeds_rels_path_idx\` ON \`feeds_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`feeds_rels_users_id_idx\` ON \`feeds_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`feeds_rels_teams_id_idx\` ON \`feeds_rels\` (\`teams_id\`);`)
  await db.run(sql`CREATE TABLE \`pools\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text NOT NULL,
  	\`timezone\` text DEFAULT 'Asia/Shanghai' NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`pools_name_idx\` ON \`pools\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`pools_updated_at_idx\` ON \`pools\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`pools_created_at_idx\` ON \`pools\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`segment_dimensions\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text NOT NULL,
  	\`key\` text NOT NULL,
  	\`exclusive\` integer DEFAULT false,
  	\`changes\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`segment_dimensions_key_idx\` ON \`segment_dimensions\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`segment_dimensions_updated_at_idx\` ON \`segment_dimensions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`segment_dimensions_created_at_idx\` ON \`segment_dimensions\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`segments\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text NOT NULL,
  	\`key\` text NOT NULL,
  	\`dimension_id\` integer NOT NULL,
  	\`wechat_tag\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`dimension_id\`) REFERENCES \`segment_dimensions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`segments_key_idx\` ON \`segments\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`segments_dimension_idx\` ON \`segments\` (\`dimension_id\`);`)
  await db.run(sql`CREATE INDEX \`segments_updated_at_idx\` ON \`segments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`segments_created_at_idx\` ON \`segments\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`users_roles\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_roles_order_idx\` ON \`users_roles\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`users_roles_parent_idx\` ON \`users_roles\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`created_at\` text,
  	\`expires_at\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_sessions_order_idx\` ON \`users_sessions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`users_sessions_parent_id_idx\` ON \`users_sessions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text NOT NULL,
  	\`active\` integer DEFAULT true,
  	\`team_id\` integer,
  	\`locale\` text DEFAULT 'zh' NOT NULL,
  	\`profile_wechat_id\` text,
  	\`profile_store_name\` text,
  	\`profile_qr_id\` integer,
  	\`profile_coupon_code\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`enable_a_p_i_key\` integer,
  	\`api_key\` text,
  	\`api_key_index\` text,
  	\`email\` text,
  	\`username\` text,
  	\`reset_password_token\` text,
  	\`reset_password_expiration\` text,
  	\`salt\` text,
  	\`hash\` text,
  	FOREIGN KEY (\`team_id\`) REFERENCES \`teams\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`profile_qr_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`users_active_idx\` ON \`users\` (\`active\`);`)
  await db.run(sql`CREATE INDEX \`users_team_idx\` ON \`users\` (\`team_id\`);`)
  await db.run(sql`CREATE INDEX \`users_profile_profile_qr_idx\` ON \`users\` (\`profile_qr_id\`);`)
  await db.run(sql`CREATE INDEX \`users_updated_at_idx\` ON \`users\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`users_created_at_idx\` ON \`users\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_email_idx\` ON \`users\` (\`email\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_username_idx\` ON \`users\` (\`username\`);`)
  await db.run(sql`CREATE TABLE \`teams\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`teams_name_idx\` ON \`teams\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`teams_updated_at_idx\` ON \`teams\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`teams_created_at_idx\` ON \`teams\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`approvals\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`subject\` text NOT NULL,
  	\`n\` numeric NOT NULL,
  	\`content_hash\` text NOT NULL,
  	\`decision\` text NOT NULL,
  	\`by\` text,
  	\`by_name\` text,
  	\`comment\` text,
  	\`at\` text NOT NULL,
  	\`covers\` text,
  	\`frame_hash\` text,
  	\`scheduled_at\` text,
  	\`view\` text,
  	\`evidence\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`approvals_subject_idx\` ON \`approvals\` (\`subject\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`subject_n_idx\` ON \`approvals\` (\`subject\`,\`n\`);`)
  await db.run(sql`CREATE TABLE \`comments\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`subject\` text NOT NULL,
  	\`step\` text,
  	\`text\` text NOT NULL,
  	\`by\` text NOT NULL,
  	\`by_name\` text,
  	\`mentions\` text,
  	\`at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`comments_subject_idx\` ON \`comments\` (\`subject\`);`)
  await db.run(sql`CREATE INDEX \`comments_at_idx\` ON \`comments\` (\`at\`);`)
  await db.run(sql`CREATE TABLE \`releases\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`log\` text NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`type\` text NOT NULL,
  	\`key\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`by\` text,
  	\`reason\` text,
  	\`feed\` text,
  	\`card\` text,
  	\`post\` text,
  	\`variant_key\` text,
  	\`kind\` text,
  	\`outcome\` text,
  	\`audience\` text,
  	\`content\` text,
  	\`slots\` text,
  	\`approval\` numeric,
  	\`content_hash\` text,
  	\`due_at\` text,
  	\`planned_at\` text,
  	\`released_at\` text,
  	\`local_date\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`releases_key_idx\` ON \`releases\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`releases_at_idx\` ON \`releases\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`releases_card_idx\` ON \`releases\` (\`card\`);`)
  await db.run(sql`CREATE INDEX \`releases_post_idx\` ON \`releases\` (\`post\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`log_seq_idx\` ON \`releases\` (\`log\`,\`seq\`);`)
  await db.run(sql`CREATE INDEX \`feed_localDate_idx\` ON \`releases\` (\`feed\`,\`local_date\`);`)
  await db.run(sql`CREATE INDEX \`log_dueAt_idx\` ON \`releases\` (\`log\`,\`due_at\`);`)
  await db.run(sql`CREATE TABLE \`decision_log\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`key\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`what\` text NOT NULL,
  	\`log\` text,
  	\`seq\` numeric,
  	\`read_to\` numeric,
  	\`n\` numeric,
  	\`card\` text,
  	\`post\` text,
  	\`feed\` text,
  	\`variant_key\` text,
  	\`approval\` numeric,
  	\`title\` text,
  	\`planned_at\` text,
  	\`before\` text,
  	\`late_minutes\` numeric,
  	\`why\` text,
  	\`slots\` text,
  	\`by\` text,
  	\`by_name\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`decision_log_key_idx\` ON \`decision_log\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`decision_log_at_idx\` ON \`decision_log\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`decision_log_what_idx\` ON \`decision_log\` (\`what\`);`)
  await db.run(sql`CREATE INDEX \`decision_log_post_idx\` ON \`decision_log\` (\`post\`);`)
  await db.run(sql`CREATE INDEX \`log_seq_1_idx\` ON \`decision_log\` (\`log\`,\`seq\`);`)
  await db.run(sql`CREATE INDEX \`card_n_idx\` ON \`decision_log\` (\`card\`,\`n\`);`)
  await db.run(sql`CREATE INDEX \`feed_at_idx\` ON \`decision_log\` (\`feed\`,\`at\`);`)
  await db.run(sql`CREATE TABLE \`receipts\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`key\` text NOT NULL,
  	\`release\` text NOT NULL,
  	\`staff\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`reason\` text,
  	\`at\` text NOT NULL,
  	\`proof_id\` integer,
  	FOREIGN KEY (\`proof_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`receipts_key_idx\` ON \`receipts\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`receipts_release_idx\` ON \`receipts\` (\`release\`);`)
  await db.run(sql`CREATE INDEX \`receipts_staff_idx\` ON \`receipts\` (\`staff\`);`)
  await db.run(sql`CREATE INDEX \`receipts_proof_idx\` ON \`receipts\` (\`proof_id\`);`)
  await db.run(sql`CREATE TABLE \`results\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`release\` text NOT NULL,
  	\`staff\` text,
  	\`likes\` numeric,
  	\`comments\` numeric,
  	\`orders\` numeric,
  	\`revenue\` numeric,
  	\`source\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`results_release_idx\` ON \`results\` (\`release\`);`)
  await db.run(sql`CREATE INDEX \`results_staff_idx\` ON \`results\` (\`staff\`);`)
  await db.run(sql`CREATE INDEX \`results_updated_at_idx\` ON \`results\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`results_created_at_idx\` ON \`results\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`audit_log\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`n\` numeric NOT NULL,
  	\`at\` text NOT NULL,
  	\`actor\` text,
  	\`action\` text NOT NULL,
  	\`subject\` text NOT NULL,
  	\`changes\` text,
  	\`previous_hash\` text NOT NULL,
  	\`hash\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`audit_log_n_idx\` ON \`audit_log\` (\`n\`);`)
  await db.run(sql`CREATE INDEX \`audit_log_subject_idx\` ON \`audit_log\` (\`subject\`);`)
  await db.run(sql`CREATE TABLE \`fences\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`key\` text NOT NULL,
  	\`logs\` text NOT NULL,
  	\`reason\` text NOT NULL,
  	\`by\` text,
  	\`at\` text NOT NULL,
  	\`done\` integer DEFAULT false
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`fences_key_idx\` ON \`fences\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`fences_done_idx\` ON \`fences\` (\`done\`);`)
  await db.run(sql`CREATE TABLE \`heartbeats\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`process\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`passed_at\` text,
  	\`milliseconds\` numeric,
  	\`released\` numeric,
  	\`deferred\` numeric,
  	\`held\` numeric,
  	\`ended\` numeric,
  	\`problem\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`heartbeats_process_idx\` ON \`heartbeats\` (\`process\`);`)
  await db.run(sql`CREATE INDEX \`heartbeats_at_idx\` ON \`heartbeats\` (\`at\`);`)
  await db.run(sql`CREATE TABLE \`notices\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`key\` text NOT NULL,
  	\`topic\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`to\` text NOT NULL,
  	\`urgency\` text NOT NULL,
  	\`words\` text,
  	\`link\` text,
  	\`about\` text,
  	\`at\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`next_at\` text,
  	\`tries\` numeric DEFAULT 0 NOT NULL,
  	\`tried_at\` text,
  	\`sent_at\` text,
  	\`via\` text,
  	\`problem\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`notices_key_idx\` ON \`notices\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`notices_topic_idx\` ON \`notices\` (\`topic\`);`)
  await db.run(sql`CREATE INDEX \`notices_kind_idx\` ON \`notices\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`notices_at_idx\` ON \`notices\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`state_nextAt_idx\` ON \`notices\` (\`state\`,\`next_at\`);`)
  await db.run(sql`CREATE INDEX \`to_triedAt_idx\` ON \`notices\` (\`to\`,\`tried_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_kv\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`global_slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_global_slug_idx\` ON \`payload_locked_documents\` (\`global_slug\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_updated_at_idx\` ON \`payload_locked_documents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_created_at_idx\` ON \`payload_locked_documents\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`posts_id\` integer,
  	\`launch_scripts_id\` integer,
  	\`launch_templates_id\` integer,
  	\`occasions_id\` integer,
  	\`cap_rules_id\` integer,
  	\`media_id\` integer,
  	\`products_id\` integer,
  	\`offers_id\` integer,
  	\`feeds_id\` integer,
  	\`pools_id\` integer,
  	\`segment_dimensions_id\` integer,
  	\`segments_id\` integer,
  	\`users_id\` integer,
  	\`teams_id\` integer,
  	\`approvals_id\` integer,
  	\`comments_id\` integer,
  	\`releases_id\` integer,
  	\`decision_log_id\` integer,
  	\`receipts_id\` integer,
  	\`results_id\` integer,
  	\`audit_log_id\` integer,
  	\`fences_id\` integer,
  	\`heartbeats_id\` integer,
  	\`notices_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`posts_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`launch_scripts_id\`) REFERENCES \`launch_scripts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`launch_templates_id\`) REFERENCES \`launch_templates\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`occasions_id\`) REFERENCES \`occasions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`cap_rules_id\`) REFERENCES \`cap_rules\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`products_id\`) REFERENCES \`products\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`offers_id\`) REFERENCES \`offers\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`feeds_id\`) REFERENCES \`feeds\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`pools_id\`) REFERENCES \`pools\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`segment_dimensions_id\`) REFERENCES \`segment_dimensions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`segments_id\`) REFERENCES \`segments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`teams_id\`) REFERENCES \`teams\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`approvals_id\`) REFERENCES \`approvals\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`comments_id\`) REFERENCES \`comments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`releases_id\`) REFERENCES \`releases\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`decision_log_id\`) REFERENCES \`decision_log\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`receipts_id\`) REFERENCES \`receipts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`results_id\`) REFERENCES \`results\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`audit_log_id\`) REFERENCES \`audit_log\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`fences_id\`) REFERENCES \`fences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`heartbeats_id\`) REFERENCES \`heartbeats\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`notices_id\`) REFERENCES \`notices\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_posts_id_idx\` ON \`payload_locked_documents_rels\` (\`posts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_launch_scripts_id_idx\` ON \`payload_locked_documents_rels\` (\`launch_scripts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_launch_templates_id_idx\` ON \`payload_locked_documents_rels\` (\`launch_templates_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_occasions_id_idx\` ON \`payload_locked_documents_rels\` (\`occasions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_cap_rules_id_idx\` ON \`payload_locked_documents_rels\` (\`cap_rules_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_products_id_idx\` ON \`payload_locked_documents_rels\` (\`products_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_offers_id_idx\` ON \`payload_locked_documents_rels\` (\`offers_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_feeds_id_idx\` ON \`payload_locked_documents_rels\` (\`feeds_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_pools_id_idx\` ON \`payload_locked_documents_rels\` (\`pools_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_segment_dimensions_id_idx\` ON \`payload_locked_documents_rels\` (\`segment_dimensions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_segments_id_idx\` ON \`payload_locked_documents_rels\` (\`segments_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_teams_id_idx\` ON \`payload_locked_documents_rels\` (\`teams_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_approvals_id_idx\` ON \`payload_locked_documents_rels\` (\`approvals_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_comments_id_idx\` ON \`payload_locked_documents_rels\` (\`comments_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_releases_id_idx\` ON \`payload_locked_documents_rels\` (\`releases_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_decision_log_id_idx\` ON \`payload_locked_documents_rels\` (\`decision_log_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_receipts_id_idx\` ON \`payload_locked_documents_rels\` (\`receipts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_results_id_idx\` ON \`payload_locked_documents_rels\` (\`results_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_audit_log_id_idx\` ON \`payload_locked_documents_rels\` (\`audit_log_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_fences_id_idx\` ON \`payload_locked_documents_rels\` (\`fences_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_heartbeats_id_idx\` ON \`payload_locked_documents_rels\` (\`heartbeats_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_notices_id_idx\` ON \`payload_locked_documents_rels\` (\`notices_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`key\` text,
  	\`value\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_users_id_idx\` ON \`payload_preferences_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_migrations\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text,
  	\`batch\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`settings\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`brand\` text,
  	\`timezone\` text DEFAULT 'Asia/Shanghai' NOT NULL,
  	\`stopped\` integer DEFAULT false,
  	\`stopped_at\` text,
  	\`stopped_by\` text,
  	\`stopped_by_name\` text,
  	\`stopped_reason\` text,
  	\`grace_minutes\` numeric DEFAULT 120 NOT NULL,
  	\`defer_days\` numeric DEFAULT 2 NOT NULL,
  	\`approver_must_differ\` integer DEFAULT true,
  	\`approval_covers\` text DEFAULT 'day' NOT NULL,
  	\`kind_targets_persona\` numeric DEFAULT 50 NOT NULL,
  	\`kind_targets_knowledge\` numeric DEFAULT 20 NOT NULL,
  	\`kind_targets_sales\` numeric DEFAULT 30 NOT NULL,
  	\`digest_times_first\` text DEFAULT '09:00',
  	\`digest_times_second\` text DEFAULT '17:00',
  	\`fold_lines\` numeric DEFAULT 6 NOT NULL,
  	\`fold_chars_per_line\` numeric DEFAULT 18 NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`posts_first_comments\`;`)
  await db.run(sql`DROP TABLE \`posts_variants_first_comments\`;`)
  await db.run(sql`DROP TABLE \`posts_variants\`;`)
  await db.run(sql`DROP TABLE \`posts\`;`)
  await db.run(sql`DROP TABLE \`posts_rels\`;`)
  await db.run(sql`DROP TABLE \`launch_scripts_phases_kinds\`;`)
  await db.run(sql`DROP TABLE \`launch_scripts_phases_exc\`;`)
  await db.run(sql`DROP TABLE \`launch_scripts_phases_steps_channels\`;`)
  await db.run(sql`DROP TABLE \`launch_scripts_phases_steps_variants_first_comments\`;`)
  await db.run(sql`DROP TABLE \`launch_scripts_phases_steps_variants\`;`)
  await db.run(sql`DROP TABLE \`launch_scripts_phases_steps_first_comments\`;`)
  await db.run(sql`DROP TABLE \`launch_scripts_phases_steps\`;`)
  await db.run(sql`DROP TABLE \`launch_scripts_phases\`;`)
  await db.run(sql`DROP TABLE \`launch_scripts\`;`)
  await db.run(sql`DROP TABLE \`launch_scripts_rels\`;`)
  await db.run(sql`DROP TABLE \`launch_templates_phases_kinds\`;`)
  await db.run(sql`DROP TABLE \`launch_templates_phases_exc\`;`)
  await db.run(sql`DROP TABLE \`launch_templates_phases_steps_channels\`;`)
  await db.run(sql`DROP TABLE \`launch_templates_phases_steps_variants_first_comments\`;`)
  await db.run(sql`DROP TABLE \`launch_templates_phases_steps_variants\`;`)
  await db.run(sql`DROP TABLE \`launch_templates_phases_steps_first_comments\`;`)
  await db.run(sql`DROP TABLE \`launch_templates_phases_steps\`;`)
  await db.run(sql`DROP TABLE \`launch_templates_phases\`;`)
  await db.run(sql`DROP TABLE \`launch_templates\`;`)
  await db.run(sql`DROP TABLE \`launch_templates_rels\`;`)
  await db.run(sql`DROP TABLE \`occasions\`;`)
  await db.run(sql`DROP TABLE \`cap_rules_kinds\`;`)
  await db.run(sql`DROP TABLE \`cap_rules_channels\`;`)
  await db.run(sql`DROP TABLE \`cap_rules\`;`)
  await db.run(sql`DROP TABLE \`cap_rules_rels\`;`)
  await db.run(sql`DROP TABLE \`media\`;`)
  await db.run(sql`DROP TABLE \`products\`;`)
  await db.run(sql`DROP TABLE \`products_rels\`;`)
  await db.run(sql`DROP TABLE \`offers\`;`)
  await db.run(sql`DROP TABLE \`feeds\`;`)
  await db.run(sql`DROP TABLE \`feeds_rels\`;`)
  await db.run(sql`DROP TABLE \`pools\`;`)
  await db.run(sql`DROP TABLE \`segment_dimensions\`;`)
  await db.run(sql`DROP TABLE \`segments\`;`)
  await db.run(sql`DROP TABLE \`users_roles\`;`)
  await db.run(sql`DROP TABLE \`users_sessions\`;`)
  await db.run(sql`DROP TABLE \`users\`;`)
  await db.run(sql`DROP TABLE \`teams\`;`)
  await db.run(sql`DROP TABLE \`approvals\`;`)
  await db.run(sql`DROP TABLE \`comments\`;`)
  await db.run(sql`DROP TABLE \`releases\`;`)
  await db.run(sql`DROP TABLE \`decision_log\`;`)
  await db.run(sql`DROP TABLE \`receipts\`;`)
  await db.run(sql`DROP TABLE \`results\`;`)
  await db.run(sql`DROP TABLE \`audit_log\`;`)
  await db.run(sql`DROP TABLE \`fences\`;`)
  await db.run(sql`DROP TABLE \`heartbeats\`;`)
  await db.run(sql`DROP TABLE \`notices\`;`)
  await db.run(sql`DROP TABLE \`payload_kv\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_migrations\`;`)
  await db.run(sql`DROP TABLE \`settings\`;`)
}
