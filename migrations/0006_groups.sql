-- Groups of States that campaigns work by, such as the African Union, with the periods of membership. A day may be known only by its
-- month or year. Like the participants themselves, they have no revisions. The five regional groups follow from `participants`.
-- drizzle-kit wrote the tables; STRICT and the CHECKs are by hand.
CREATE TABLE `group_members` (
	`group_code` text NOT NULL,
	`participant` text NOT NULL,
	`valid_from` text DEFAULT '' NOT NULL,
	`valid_until` text,
	`certainty` text NOT NULL,
	`source` text NOT NULL,
	PRIMARY KEY(`group_code`, `participant`, `valid_from`),
	FOREIGN KEY (`group_code`) REFERENCES `groups`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`participant`) REFERENCES `participants`(`code`) ON UPDATE no action ON DELETE no action,
	CHECK (`valid_from` = '' OR `valid_from` GLOB '[0-9][0-9][0-9][0-9]' OR `valid_from` GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR `valid_from` GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CHECK (`valid_until` GLOB '[0-9][0-9][0-9][0-9]' OR `valid_until` GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR `valid_until` GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CHECK (`certainty` IN ('depositary', 'secondary', 'inferred')),
	CHECK (`source` <> '')
) STRICT;
--> statement-breakpoint
CREATE TABLE `groups` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`short_name` text,
	`kind` text NOT NULL,
	`url` text,
	`source` text,
	`is_added` integer DEFAULT false NOT NULL,
	CHECK (`code` GLOB '[a-z0-9]*' AND `code` NOT GLOB '*[^a-z0-9-]*'),
	CHECK (`code` NOT IN ('african', 'asia-pacific', 'eastern-european', 'latin-american-and-caribbean', 'western-european-and-others')),
	CHECK (`name` <> ''),
	CHECK (`kind` IN ('regional-organization', 'economic', 'political', 'development-category', 'other')),
	CHECK (`is_added` IN (0, 1))
) STRICT;
