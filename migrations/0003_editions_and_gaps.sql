-- What a new edition of the seed needs: who performed an act that is printed for its successor, which edition an import brought,
-- what the record is known not to hold, and the names that States bore before. drizzle-kit wrote the columns and tables; STRICT, the
-- CHECKs and the trigger are by hand.
CREATE TABLE `former_names` (
	`participant` text NOT NULL,
	`until` text NOT NULL,
	`name` text NOT NULL,
	`known_from` integer DEFAULT 1 NOT NULL,
	`known_until` integer,
	PRIMARY KEY(`participant`, `until`, `known_from`),
	FOREIGN KEY (`participant`) REFERENCES `participants`(`code`) ON UPDATE no action ON DELETE no action,
	CHECK (`until` GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CHECK (`known_until` > `known_from`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `gaps` (
	`instrument` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_until` text NOT NULL,
	`what` text NOT NULL,
	`known_from` integer DEFAULT 1 NOT NULL,
	`known_until` integer,
	PRIMARY KEY(`instrument`, `valid_from`, `what`, `known_from`),
	FOREIGN KEY (`instrument`) REFERENCES `instruments`(`code`) ON UPDATE no action ON DELETE no action,
	CHECK (`valid_from` GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND `valid_until` > `valid_from`),
	CHECK (`known_until` > `known_from`)
) STRICT;
--> statement-breakpoint
ALTER TABLE `actions` ADD `performed_by` text REFERENCES participants(code);--> statement-breakpoint
ALTER TABLE `imports` ADD `edition` text CHECK (`edition` GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');--> statement-breakpoint
DROP TRIGGER `actions_are_never_changed`;--> statement-breakpoint
CREATE TRIGGER `actions_are_never_changed` BEFORE UPDATE ON `actions`
WHEN OLD.`known_until` IS NOT NULL OR NEW.`known_until` IS NULL OR NEW.`id` IS NOT OLD.`id` OR NEW.`instrument` IS NOT OLD.`instrument` OR NEW.`participant` IS NOT OLD.`participant` OR NEW.`action` IS NOT OLD.`action` OR NEW.`earliest` IS NOT OLD.`earliest` OR NEW.`latest` IS NOT OLD.`latest` OR NEW.`effect_on` IS NOT OLD.`effect_on` OR NEW.`performed_by` IS NOT OLD.`performed_by` OR NEW.`certainty` IS NOT OLD.`certainty` OR NEW.`source` IS NOT OLD.`source` OR NEW.`known_from` IS NOT OLD.`known_from` OR NEW.`replaces` IS NOT OLD.`replaces`
BEGIN
	SELECT RAISE(ABORT, 'actions are append-only: only known_until may be set, once');
END;
