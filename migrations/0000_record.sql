-- The record from its first day: an append-only list of treaty actions, and the periods of status derived from it,
-- both with two times (valid on days, known at revisions). drizzle-kit wrote the tables; STRICT, the CHECKs and the
-- triggers that keep the list append-only are by hand, because it writes none of them.
CREATE TABLE `actions` (
	`id` integer PRIMARY KEY NOT NULL,
	`instrument` text NOT NULL,
	`participant` text NOT NULL,
	`action` text NOT NULL,
	`earliest` text NOT NULL,
	`latest` text NOT NULL,
	`effect_on` text,
	`certainty` text NOT NULL,
	`source` text NOT NULL,
	`known_from` integer NOT NULL,
	`known_until` integer,
	FOREIGN KEY (`instrument`) REFERENCES `instruments`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`participant`) REFERENCES `participants`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`known_from`) REFERENCES `imports`(`revision`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`known_until`) REFERENCES `imports`(`revision`) ON UPDATE no action ON DELETE no action,
	CHECK (`action` IN ('signature', 'succession-to-signature', 'confirmation-of-signature', 'ratification', 'acceptance', 'approval', 'accession', 'succession', 'definitive-signature', 'formal-confirmation', 'participation', 'simplified-procedure', 'provisional-application', 'withdrawal')),
	CHECK (`certainty` IN ('depositary', 'secondary', 'inferred')),
	CHECK (`earliest` GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND `latest` GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND `earliest` <= `latest`),
	CHECK (`effect_on` IS NULL OR `effect_on` GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CHECK (`known_until` > `known_from`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `actions_by_instrument` ON `actions` (`instrument`,`participant`);--> statement-breakpoint
CREATE INDEX `actions_by_day` ON `actions` (`latest`,`id`);--> statement-breakpoint
CREATE TABLE `aliases` (
	`name` text NOT NULL,
	`participant` text NOT NULL,
	PRIMARY KEY(`name`, `participant`),
	FOREIGN KEY (`participant`) REFERENCES `participants`(`code`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `imported_tables` (
	`revision` integer NOT NULL,
	`instrument` text NOT NULL,
	`as_at` text NOT NULL,
	`added` integer NOT NULL,
	`corrected` integer NOT NULL,
	`removed` integer NOT NULL,
	PRIMARY KEY(`revision`, `instrument`),
	FOREIGN KEY (`revision`) REFERENCES `imports`(`revision`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`instrument`) REFERENCES `instruments`(`code`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `imports` (
	`revision` integer PRIMARY KEY NOT NULL,
	`imported_at` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`format` text NOT NULL,
	`rows` integer NOT NULL,
	`warnings` text NOT NULL,
	CHECK (json_valid(`warnings`))
) STRICT;
--> statement-breakpoint
CREATE TABLE `instruments` (
	`code` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`number` text NOT NULL,
	`short_name` text NOT NULL,
	`title` text NOT NULL,
	`adopted_at` text,
	`adopted_on` text,
	`in_force_on` text,
	`in_force_article` text,
	`registration` text,
	`depositary` text NOT NULL,
	`url` text,
	`entry_into_force_rule` text,
	`entry_into_force_article` text,
	`signature_until` text,
	`signature_article` text,
	`withdrawal_rule` text,
	`withdrawal_article` text,
	`convention` text,
	`convention_article` text,
	FOREIGN KEY (`convention`) REFERENCES `instruments`(`code`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `instruments_number_unique` ON `instruments` (`number`);--> statement-breakpoint
CREATE TABLE `paragraphs` (
	`resolution` text NOT NULL,
	`paragraph` integer NOT NULL,
	`summary` text NOT NULL,
	PRIMARY KEY(`resolution`, `paragraph`),
	FOREIGN KEY (`resolution`) REFERENCES `resolutions`(`code`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `participants` (
	`code` text PRIMARY KEY NOT NULL,
	`alpha2` text,
	`m49` text,
	`kind` text NOT NULL,
	`regional_group` text,
	`region` text,
	`subregion` text,
	`member_from` text,
	`member_until` text,
	`name_ar` text,
	`name_zh` text,
	`name_en` text NOT NULL,
	`name_fr` text,
	`name_ru` text,
	`name_es` text,
	FOREIGN KEY (`region`) REFERENCES `regions`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subregion`) REFERENCES `regions`(`code`) ON UPDATE no action ON DELETE no action,
	CHECK (`kind` IN ('member-state', 'observer-state', 'other-state', 'organization', 'former-state', 'territory')),
	CHECK ((`kind` IN ('member-state', 'former-state')) = (`member_from` IS NOT NULL)),
	CHECK ((`kind` = 'former-state') = (`member_until` IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `participants_alpha2_unique` ON `participants` (`alpha2`);--> statement-breakpoint
CREATE UNIQUE INDEX `participants_m49_unique` ON `participants` (`m49`);--> statement-breakpoint
CREATE TABLE `preconditions` (
	`instrument` text NOT NULL,
	`position` integer NOT NULL,
	`required` text,
	`requires` text NOT NULL,
	`article` text NOT NULL,
	PRIMARY KEY(`instrument`, `position`),
	FOREIGN KEY (`instrument`) REFERENCES `instruments`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`required`) REFERENCES `instruments`(`code`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `printed_totals` (
	`instrument` text NOT NULL,
	`as_at` text NOT NULL,
	`signatories` integer,
	`parties` integer,
	`source` text NOT NULL,
	PRIMARY KEY(`instrument`, `as_at`),
	FOREIGN KEY (`instrument`) REFERENCES `instruments`(`code`) ON UPDATE no action ON DELETE no action,
	CHECK (`signatories` IS NOT NULL OR `parties` IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE TABLE `regions` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`within` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `resolutions` (
	`code` text PRIMARY KEY NOT NULL,
	`symbol` text NOT NULL,
	`title` text NOT NULL,
	`adopted_on` text NOT NULL,
	`addresses` text NOT NULL,
	`url` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `resolutions_symbol_unique` ON `resolutions` (`symbol`);--> statement-breakpoint
CREATE TABLE `statuses` (
	`participant` text NOT NULL,
	`instrument` text NOT NULL,
	`status` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_until` text,
	`known_from` integer NOT NULL,
	`known_until` integer,
	`signature` integer,
	`consent` integer,
	`in_force_on` text,
	`withdrawal` integer,
	`withdrawal_effect_on` text,
	FOREIGN KEY (`participant`) REFERENCES `participants`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`instrument`) REFERENCES `instruments`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`known_from`) REFERENCES `imports`(`revision`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`known_until`) REFERENCES `imports`(`revision`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signature`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consent`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawal`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	CHECK (`status` IN ('party', 'signatory', 'withdrawn')),
	CHECK (`valid_from` GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND (`valid_until` IS NULL OR `valid_until` > `valid_from`)),
	CHECK (`known_until` > `known_from`),
	CHECK (`status` <> 'party' OR `consent` IS NOT NULL),
	CHECK (`status` <> 'signatory' OR `signature` IS NOT NULL),
	CHECK (`status` <> 'withdrawn' OR `withdrawal` IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `statuses_by_participant` ON `statuses` (`participant`,`instrument`,`valid_from`,`known_from`);--> statement-breakpoint
CREATE INDEX `statuses_by_instrument` ON `statuses` (`instrument`,`valid_from`);--> statement-breakpoint
CREATE TABLE `urges` (
	`resolution` text NOT NULL,
	`paragraph` integer NOT NULL,
	`instrument` text NOT NULL,
	PRIMARY KEY(`resolution`, `paragraph`, `instrument`),
	FOREIGN KEY (`resolution`) REFERENCES `resolutions`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`instrument`) REFERENCES `instruments`(`code`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TRIGGER `actions_are_never_changed` BEFORE UPDATE ON `actions`
WHEN OLD.`known_until` IS NOT NULL OR NEW.`known_until` IS NULL OR NEW.`id` IS NOT OLD.`id` OR NEW.`instrument` IS NOT OLD.`instrument` OR NEW.`participant` IS NOT OLD.`participant` OR NEW.`action` IS NOT OLD.`action` OR NEW.`earliest` IS NOT OLD.`earliest` OR NEW.`latest` IS NOT OLD.`latest` OR NEW.`effect_on` IS NOT OLD.`effect_on` OR NEW.`certainty` IS NOT OLD.`certainty` OR NEW.`source` IS NOT OLD.`source` OR NEW.`known_from` IS NOT OLD.`known_from`
BEGIN
	SELECT RAISE(ABORT, 'actions are append-only: only known_until may be set, once');
END;
--> statement-breakpoint
CREATE TRIGGER `actions_are_never_deleted` BEFORE DELETE ON `actions`
BEGIN
	SELECT RAISE(ABORT, 'actions are append-only: a row is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `statuses_are_never_changed` BEFORE UPDATE ON `statuses`
WHEN OLD.`known_until` IS NOT NULL OR NEW.`known_until` IS NULL OR NEW.`participant` IS NOT OLD.`participant` OR NEW.`instrument` IS NOT OLD.`instrument` OR NEW.`status` IS NOT OLD.`status` OR NEW.`valid_from` IS NOT OLD.`valid_from` OR NEW.`valid_until` IS NOT OLD.`valid_until` OR NEW.`known_from` IS NOT OLD.`known_from` OR NEW.`signature` IS NOT OLD.`signature` OR NEW.`consent` IS NOT OLD.`consent` OR NEW.`in_force_on` IS NOT OLD.`in_force_on` OR NEW.`withdrawal` IS NOT OLD.`withdrawal` OR NEW.`withdrawal_effect_on` IS NOT OLD.`withdrawal_effect_on`
BEGIN
	SELECT RAISE(ABORT, 'statuses are append-only: only known_until may be set, once');
END;
--> statement-breakpoint
CREATE TRIGGER `statuses_are_never_deleted` BEFORE DELETE ON `statuses`
BEGIN
	SELECT RAISE(ABORT, 'statuses are append-only: a row is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `imports_are_never_changed` BEFORE UPDATE ON `imports`
BEGIN
	SELECT RAISE(ABORT, 'imports are append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `imports_are_never_deleted` BEFORE DELETE ON `imports`
BEGIN
	SELECT RAISE(ABORT, 'imports are append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `imported_tables_are_never_changed` BEFORE UPDATE ON `imported_tables`
BEGIN
	SELECT RAISE(ABORT, 'imported_tables are append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `imported_tables_are_never_deleted` BEFORE DELETE ON `imported_tables`
BEGIN
	SELECT RAISE(ABORT, 'imported_tables are append-only');
END;
