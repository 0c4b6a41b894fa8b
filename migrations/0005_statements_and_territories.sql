-- What States say with their consent, and of each other's: statements, what happened to them, what objections are about; to which
-- territories instruments extend; and how much of all this the record holds. One id names one statement for ever. drizzle-kit
-- wrote the tables; STRICT, the CHECKs and the triggers are by hand.
CREATE TABLE `statement_coverage` (
	`instrument` text NOT NULL,
	`coverage` text NOT NULL,
	`as_at` text,
	`what` text,
	`known_from` integer DEFAULT 1 NOT NULL,
	`known_until` integer,
	PRIMARY KEY(`instrument`, `known_from`),
	FOREIGN KEY (`instrument`) REFERENCES `instruments`(`code`) ON UPDATE no action ON DELETE no action,
	CHECK (`coverage` IN ('whole', 'partial', 'none')),
	CHECK ((`coverage` = 'none') = (`as_at` IS NULL) AND (`as_at` IS NULL OR `as_at` GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')),
	CHECK (`known_until` > `known_from`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `statement_events` (
	`row` integer PRIMARY KEY NOT NULL,
	`statement` text NOT NULL,
	`event` text NOT NULL,
	`earliest` text NOT NULL,
	`latest` text NOT NULL,
	`articles` text,
	`summary` text,
	`certainty` text NOT NULL,
	`source` text NOT NULL,
	`known_from` integer NOT NULL,
	`known_until` integer,
	`replaces` integer,
	FOREIGN KEY (`known_from`) REFERENCES `imports`(`revision`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`known_until`) REFERENCES `imports`(`revision`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`replaces`) REFERENCES `statement_events`(`row`) ON UPDATE no action ON DELETE no action,
	CHECK (`event` IN ('made', 'confirmed', 'modified', 'withdrawn')),
	CHECK (`earliest` GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND `latest` GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND `earliest` <= `latest`),
	CHECK (`articles` IS NULL OR (json_valid(`articles`) AND json_type(`articles`) = 'array')),
	CHECK (`certainty` IN ('depositary', 'secondary', 'inferred')),
	CHECK (`known_until` > `known_from`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `statement_events_by_statement` ON `statement_events` (`statement`);--> statement-breakpoint
CREATE INDEX `statement_events_by_revision` ON `statement_events` (`known_from`);--> statement-breakpoint
CREATE TABLE `statement_targets` (
	`row` integer PRIMARY KEY NOT NULL,
	`statement` text NOT NULL,
	`toward` text NOT NULL,
	`toward_statement` text,
	`toward_action` text,
	`toward_territory` text,
	`known_from` integer NOT NULL,
	`known_until` integer,
	`replaces` integer,
	FOREIGN KEY (`toward`) REFERENCES `participants`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`known_from`) REFERENCES `imports`(`revision`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`known_until`) REFERENCES `imports`(`revision`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`replaces`) REFERENCES `statement_targets`(`row`) ON UPDATE no action ON DELETE no action,
	CHECK (`toward_action` IN ('signature', 'succession-to-signature', 'confirmation-of-signature', 'ratification', 'acceptance', 'approval', 'accession', 'succession', 'definitive-signature', 'formal-confirmation', 'participation', 'simplified-procedure', 'provisional-application', 'withdrawal', 'withdrawal-revoked', 'consent-withdrawn')),
	CHECK ((`toward_statement` IS NOT NULL) + (`toward_action` IS NOT NULL) + (`toward_territory` IS NOT NULL) <= 1),
	CHECK (`toward_statement` <> `statement`),
	CHECK (`known_until` > `known_from`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `statement_targets_by_statement` ON `statement_targets` (`statement`);--> statement-breakpoint
CREATE INDEX `statement_targets_by_toward` ON `statement_targets` (`toward`);--> statement-breakpoint
CREATE TABLE `statements` (
	`row` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`instrument` text NOT NULL,
	`participant` text NOT NULL,
	`performed_by` text,
	`territory` text,
	`kind` text NOT NULL,
	`purpose` text,
	`effect` text,
	`summary` text,
	`digest` text,
	`source` text NOT NULL,
	`known_from` integer NOT NULL,
	`known_until` integer,
	`replaces` integer,
	FOREIGN KEY (`instrument`) REFERENCES `instruments`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`participant`) REFERENCES `participants`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`performed_by`) REFERENCES `participants`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`known_from`) REFERENCES `imports`(`revision`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`known_until`) REFERENCES `imports`(`revision`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`replaces`) REFERENCES `statements`(`row`) ON UPDATE no action ON DELETE no action,
	CHECK (`id` GLOB `instrument` || '-' || `participant` || '-' || `kind` || '-[1-9]*'),
	CHECK (`kind` IN ('reservation', 'declaration', 'understanding', 'objection', 'communication')),
	CHECK (`purpose` IN ('disputes', 'excludes', 'interprets', 'non-recognition', 'competence', 'federal')),
	CHECK (`effect` IN ('bars-entry-into-force', 'does-not-bar', 'not-stated') AND `kind` = 'objection' OR `effect` IS NULL),
	CHECK (length(`digest`) = 64 AND `digest` NOT GLOB '*[^0-9a-f]*'),
	CHECK (`performed_by` <> `participant`),
	CHECK (`known_until` > `known_from`)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `statements_held` ON `statements` (`id`) WHERE known_until IS NULL;--> statement-breakpoint
CREATE INDEX `statements_by_id` ON `statements` (`id`);--> statement-breakpoint
CREATE INDEX `statements_by_instrument` ON `statements` (`instrument`,`participant`);--> statement-breakpoint
CREATE TABLE `territorial_events` (
	`row` integer PRIMARY KEY NOT NULL,
	`instrument` text NOT NULL,
	`participant` text NOT NULL,
	`territory` text NOT NULL,
	`event` text NOT NULL,
	`earliest` text NOT NULL,
	`latest` text NOT NULL,
	`effect_on` text,
	`certainty` text NOT NULL,
	`source` text NOT NULL,
	`known_from` integer NOT NULL,
	`known_until` integer,
	`replaces` integer,
	FOREIGN KEY (`instrument`) REFERENCES `instruments`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`participant`) REFERENCES `participants`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`known_from`) REFERENCES `imports`(`revision`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`known_until`) REFERENCES `imports`(`revision`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`replaces`) REFERENCES `territorial_events`(`row`) ON UPDATE no action ON DELETE no action,
	CHECK (`event` IN ('extended', 'excluded', 'exclusion-withdrawn', 'continued')),
	CHECK (`earliest` GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND `latest` GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND `earliest` <= `latest`),
	CHECK (`effect_on` IS NULL OR `effect_on` GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CHECK (`certainty` IN ('depositary', 'secondary', 'inferred')),
	CHECK (`known_until` > `known_from`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `territorial_events_by_instrument` ON `territorial_events` (`instrument`,`territory`);--> statement-breakpoint
CREATE TABLE `territories` (
	`code` text NOT NULL,
	`name` text NOT NULL,
	`responsible` text NOT NULL,
	`until` text,
	`successor` text,
	PRIMARY KEY(`code`, `responsible`),
	FOREIGN KEY (`responsible`) REFERENCES `participants`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`successor`) REFERENCES `participants`(`code`) ON UPDATE no action ON DELETE no action,
	CHECK (`until` IS NULL OR `until` GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
ALTER TABLE `instruments` ADD `no_reservations_article` text;
--> statement-breakpoint
CREATE TRIGGER `statements_are_never_changed` BEFORE UPDATE ON `statements`
WHEN OLD.`known_until` IS NOT NULL OR NEW.`known_until` IS NULL OR NEW.`row` IS NOT OLD.`row` OR NEW.`id` IS NOT OLD.`id` OR NEW.`instrument` IS NOT OLD.`instrument` OR NEW.`participant` IS NOT OLD.`participant` OR NEW.`performed_by` IS NOT OLD.`performed_by` OR NEW.`territory` IS NOT OLD.`territory` OR NEW.`kind` IS NOT OLD.`kind` OR NEW.`purpose` IS NOT OLD.`purpose` OR NEW.`effect` IS NOT OLD.`effect` OR NEW.`summary` IS NOT OLD.`summary` OR NEW.`digest` IS NOT OLD.`digest` OR NEW.`source` IS NOT OLD.`source` OR NEW.`known_from` IS NOT OLD.`known_from` OR NEW.`replaces` IS NOT OLD.`replaces`
BEGIN
	SELECT RAISE(ABORT, 'statements are append-only: only known_until may be set, once');
END;
--> statement-breakpoint
CREATE TRIGGER `statements_are_never_deleted` BEFORE DELETE ON `statements`
BEGIN
	SELECT RAISE(ABORT, 'statements are append-only: a row is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `statement_events_are_never_changed` BEFORE UPDATE ON `statement_events`
WHEN OLD.`known_until` IS NOT NULL OR NEW.`known_until` IS NULL OR NEW.`row` IS NOT OLD.`row` OR NEW.`statement` IS NOT OLD.`statement` OR NEW.`event` IS NOT OLD.`event` OR NEW.`earliest` IS NOT OLD.`earliest` OR NEW.`latest` IS NOT OLD.`latest` OR NEW.`articles` IS NOT OLD.`articles` OR NEW.`summary` IS NOT OLD.`summary` OR NEW.`certainty` IS NOT OLD.`certainty` OR NEW.`source` IS NOT OLD.`source` OR NEW.`known_from` IS NOT OLD.`known_from` OR NEW.`replaces` IS NOT OLD.`replaces`
BEGIN
	SELECT RAISE(ABORT, 'statement events are append-only: only known_until may be set, once');
END;
--> statement-breakpoint
CREATE TRIGGER `statement_events_are_never_deleted` BEFORE DELETE ON `statement_events`
BEGIN
	SELECT RAISE(ABORT, 'statement events are append-only: a row is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `statement_targets_are_never_changed` BEFORE UPDATE ON `statement_targets`
WHEN OLD.`known_until` IS NOT NULL OR NEW.`known_until` IS NULL OR NEW.`row` IS NOT OLD.`row` OR NEW.`statement` IS NOT OLD.`statement` OR NEW.`toward` IS NOT OLD.`toward` OR NEW.`toward_statement` IS NOT OLD.`toward_statement` OR NEW.`toward_action` IS NOT OLD.`toward_action` OR NEW.`toward_territory` IS NOT OLD.`toward_territory` OR NEW.`known_from` IS NOT OLD.`known_from` OR NEW.`replaces` IS NOT OLD.`replaces`
BEGIN
	SELECT RAISE(ABORT, 'statement targets are append-only: only known_until may be set, once');
END;
--> statement-breakpoint
CREATE TRIGGER `statement_targets_are_never_deleted` BEFORE DELETE ON `statement_targets`
BEGIN
	SELECT RAISE(ABORT, 'statement targets are append-only: a row is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `territorial_events_are_never_changed` BEFORE UPDATE ON `territorial_events`
WHEN OLD.`known_until` IS NOT NULL OR NEW.`known_until` IS NULL OR NEW.`row` IS NOT OLD.`row` OR NEW.`instrument` IS NOT OLD.`instrument` OR NEW.`participant` IS NOT OLD.`participant` OR NEW.`territory` IS NOT OLD.`territory` OR NEW.`event` IS NOT OLD.`event` OR NEW.`earliest` IS NOT OLD.`earliest` OR NEW.`latest` IS NOT OLD.`latest` OR NEW.`effect_on` IS NOT OLD.`effect_on` OR NEW.`certainty` IS NOT OLD.`certainty` OR NEW.`source` IS NOT OLD.`source` OR NEW.`known_from` IS NOT OLD.`known_from` OR NEW.`replaces` IS NOT OLD.`replaces`
BEGIN
	SELECT RAISE(ABORT, 'territorial events are append-only: only known_until may be set, once');
END;
--> statement-breakpoint
CREATE TRIGGER `territorial_events_are_never_deleted` BEFORE DELETE ON `territorial_events`
BEGIN
	SELECT RAISE(ABORT, 'territorial events are append-only: a row is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `statements_keep_their_id` BEFORE INSERT ON `statements`
WHEN EXISTS (SELECT 1 FROM `statements` WHERE `id` = NEW.`id` AND (`instrument` IS NOT NEW.`instrument` OR `participant` IS NOT NEW.`participant` OR `performed_by` IS NOT NEW.`performed_by` OR `territory` IS NOT NEW.`territory` OR `kind` IS NOT NEW.`kind`))
BEGIN
	SELECT RAISE(ABORT, 'the id of a statement is never used for another');
END;
--> statement-breakpoint
CREATE TRIGGER `statement_events_are_of_a_statement` BEFORE INSERT ON `statement_events`
WHEN NOT EXISTS (SELECT 1 FROM `statements` WHERE `id` = NEW.`statement`)
BEGIN
	SELECT RAISE(ABORT, 'statement events are of a statement in the record');
END;
--> statement-breakpoint
CREATE TRIGGER `statement_targets_are_of_a_statement` BEFORE INSERT ON `statement_targets`
WHEN NOT EXISTS (SELECT 1 FROM `statements` WHERE `id` = NEW.`statement`)
BEGIN
	SELECT RAISE(ABORT, 'statement targets are of a statement in the record');
END;
