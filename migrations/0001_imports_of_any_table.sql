-- What importing any table needs: which action a correction replaced, which import a revert undid, whether a table's
-- “as at” day was said by anybody, and what was answered to a request that may come twice. drizzle-kit wrote the columns and tables; STRICT, the CHECKs and the triggers are by hand.
CREATE TABLE `answered_requests` (
	`key` text PRIMARY KEY NOT NULL,
	`fingerprint` text NOT NULL,
	`revision` integer NOT NULL,
	`report` text NOT NULL,
	CHECK (json_valid(`report`))
) STRICT;
--> statement-breakpoint
ALTER TABLE `actions` ADD `replaces` integer REFERENCES actions(id);--> statement-breakpoint
ALTER TABLE `imported_tables` ADD `is_as_at_stated` integer DEFAULT true NOT NULL CHECK (`is_as_at_stated` IN (0, 1));--> statement-breakpoint
ALTER TABLE `imports` ADD `reverts` integer REFERENCES imports(revision);--> statement-breakpoint
CREATE INDEX `actions_by_revision` ON `actions` (`known_from`);--> statement-breakpoint
CREATE INDEX `actions_by_replaced` ON `actions` (`replaces`) WHERE replaces IS NOT NULL;--> statement-breakpoint
CREATE INDEX `actions_by_end` ON `actions` (`known_until`) WHERE known_until IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `imports_by_reverted` ON `imports` (`reverts`) WHERE `reverts` IS NOT NULL;--> statement-breakpoint
DROP TRIGGER `actions_are_never_changed`;--> statement-breakpoint
CREATE TRIGGER `actions_are_never_changed` BEFORE UPDATE ON `actions`
WHEN OLD.`known_until` IS NOT NULL OR NEW.`known_until` IS NULL OR NEW.`id` IS NOT OLD.`id` OR NEW.`instrument` IS NOT OLD.`instrument` OR NEW.`participant` IS NOT OLD.`participant` OR NEW.`action` IS NOT OLD.`action` OR NEW.`earliest` IS NOT OLD.`earliest` OR NEW.`latest` IS NOT OLD.`latest` OR NEW.`effect_on` IS NOT OLD.`effect_on` OR NEW.`certainty` IS NOT OLD.`certainty` OR NEW.`source` IS NOT OLD.`source` OR NEW.`known_from` IS NOT OLD.`known_from` OR NEW.`replaces` IS NOT OLD.`replaces`
BEGIN
	SELECT RAISE(ABORT, 'actions are append-only: only known_until may be set, once');
END;
