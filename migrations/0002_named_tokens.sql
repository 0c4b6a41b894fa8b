-- Several tokens with names, so that one can be revoked while the others stand, and every import says which it came in
-- with. A token is kept as its digest only. drizzle-kit wrote the columns; STRICT, the CHECKs and the triggers are by hand.
CREATE TABLE `tokens` (
	`name` text PRIMARY KEY NOT NULL,
	`digest` text NOT NULL,
	`created_at` text NOT NULL,
	`revoked_at` text,
	CHECK (length(`digest`) = 64 AND `digest` NOT GLOB '*[^0-9a-f]*'),
	CHECK (`revoked_at` >= `created_at`)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `tokens_digest_unique` ON `tokens` (`digest`);--> statement-breakpoint
CREATE TRIGGER `tokens_are_never_removed` BEFORE DELETE ON `tokens`
BEGIN
	SELECT RAISE(ABORT, 'tokens are never removed: imports name them');
END;
--> statement-breakpoint
CREATE TRIGGER `tokens_are_revoked_once` BEFORE UPDATE ON `tokens`
WHEN OLD.`revoked_at` IS NOT NULL OR NEW.`revoked_at` IS NULL OR NEW.`name` IS NOT OLD.`name` OR NEW.`digest` IS NOT OLD.`digest` OR NEW.`created_at` IS NOT OLD.`created_at`
BEGIN
	SELECT RAISE(ABORT, 'of a token only revoked_at may be set, once');
END;
--> statement-breakpoint
ALTER TABLE `imports` ADD `imported_by` text;
