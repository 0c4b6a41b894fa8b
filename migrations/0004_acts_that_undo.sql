-- Two more kinds of actions: a notice of withdrawal revoked (VCLT art. 68), and a consent taken back before the treaty was in
-- force for the State. SQLite cannot change a CHECK, so the table is made again, and with it the one that refers to it. All by
-- hand: drizzle-kit sees no difference.
CREATE TABLE `actions_next` (
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
	`replaces` integer,
	`performed_by` text,
	FOREIGN KEY (`instrument`) REFERENCES `instruments`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`participant`) REFERENCES `participants`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`known_from`) REFERENCES `imports`(`revision`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`known_until`) REFERENCES `imports`(`revision`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`replaces`) REFERENCES `actions_next`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`performed_by`) REFERENCES `participants`(`code`) ON UPDATE no action ON DELETE no action,
	CHECK (`action` IN ('signature', 'succession-to-signature', 'confirmation-of-signature', 'ratification', 'acceptance', 'approval', 'accession', 'succession', 'definitive-signature', 'formal-confirmation', 'participation', 'simplified-procedure', 'provisional-application', 'withdrawal', 'withdrawal-revoked', 'consent-withdrawn')),
	CHECK (`certainty` IN ('depositary', 'secondary', 'inferred')),
	CHECK (`earliest` GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND `latest` GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND `earliest` <= `latest`),
	CHECK (`effect_on` IS NULL OR `effect_on` GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CHECK (`known_until` > `known_from`)
) STRICT;
--> statement-breakpoint
INSERT INTO `actions_next` (`id`, `instrument`, `participant`, `action`, `earliest`, `latest`, `effect_on`, `certainty`, `source`, `known_from`, `known_until`, `replaces`, `performed_by`) SELECT `id`, `instrument`, `participant`, `action`, `earliest`, `latest`, `effect_on`, `certainty`, `source`, `known_from`, `known_until`, `replaces`, `performed_by` FROM `actions`;
--> statement-breakpoint
CREATE TABLE `statuses_next` (
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
	FOREIGN KEY (`signature`) REFERENCES `actions_next`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consent`) REFERENCES `actions_next`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawal`) REFERENCES `actions_next`(`id`) ON UPDATE no action ON DELETE no action,
	CHECK (`status` IN ('party', 'signatory', 'withdrawn')),
	CHECK (`valid_from` GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND (`valid_until` IS NULL OR `valid_until` > `valid_from`)),
	CHECK (`known_until` > `known_from`),
	CHECK (`status` <> 'party' OR `consent` IS NOT NULL),
	CHECK (`status` <> 'signatory' OR `signature` IS NOT NULL),
	CHECK (`status` <> 'withdrawn' OR `withdrawal` IS NOT NULL)
) STRICT;
--> statement-breakpoint
INSERT INTO `statuses_next` (`participant`, `instrument`, `status`, `valid_from`, `valid_until`, `known_from`, `known_until`, `signature`, `consent`, `in_force_on`, `withdrawal`, `withdrawal_effect_on`) SELECT `participant`, `instrument`, `status`, `valid_from`, `valid_until`, `known_from`, `known_until`, `signature`, `consent`, `in_force_on`, `withdrawal`, `withdrawal_effect_on` FROM `statuses`;
--> statement-breakpoint
DROP TABLE `statuses`;
--> statement-breakpoint
DROP TABLE `actions`;
--> statement-breakpoint
ALTER TABLE `actions_next` RENAME TO `actions`;
--> statement-breakpoint
ALTER TABLE `statuses_next` RENAME TO `statuses`;
--> statement-breakpoint
CREATE INDEX `actions_by_instrument` ON `actions` (`instrument`,`participant`);
--> statement-breakpoint
CREATE INDEX `actions_by_day` ON `actions` (`latest`,`id`);
--> statement-breakpoint
CREATE INDEX `actions_by_revision` ON `actions` (`known_from`);
--> statement-breakpoint
CREATE INDEX `actions_by_replaced` ON `actions` (`replaces`) WHERE replaces IS NOT NULL;
--> statement-breakpoint
CREATE INDEX `actions_by_end` ON `actions` (`known_until`) WHERE known_until IS NOT NULL;
--> statement-breakpoint
CREATE UNIQUE INDEX `statuses_by_participant` ON `statuses` (`participant`,`instrument`,`valid_from`,`known_from`);
--> statement-breakpoint
CREATE INDEX `statuses_by_instrument` ON `statuses` (`instrument`,`valid_from`);
--> statement-breakpoint
CREATE TRIGGER `actions_are_never_changed` BEFORE UPDATE ON `actions`
WHEN OLD.`known_until` IS NOT NULL OR NEW.`known_until` IS NULL OR NEW.`id` IS NOT OLD.`id` OR NEW.`instrument` IS NOT OLD.`instrument` OR NEW.`participant` IS NOT OLD.`participant` OR NEW.`action` IS NOT OLD.`action` OR NEW.`earliest` IS NOT OLD.`earliest` OR NEW.`latest` IS NOT OLD.`latest` OR NEW.`effect_on` IS NOT OLD.`effect_on` OR NEW.`performed_by` IS NOT OLD.`performed_by` OR NEW.`certainty` IS NOT OLD.`certainty` OR NEW.`source` IS NOT OLD.`source` OR NEW.`known_from` IS NOT OLD.`known_from` OR NEW.`replaces` IS NOT OLD.`replaces`
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
