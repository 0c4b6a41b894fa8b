-- Every look at the depositary's page of an instrument, with what came of it, so that “nothing changed” is never said of a page
-- that nobody saw. And a lease, so that of all processes and nodes one does what is due at a moment. drizzle-kit wrote the
-- columns; STRICT, the CHECKs and the triggers are by hand.
CREATE TABLE `leases` (
	`task` text PRIMARY KEY NOT NULL,
	`moment` text NOT NULL,
	`holder` text,
	`held_until` text,
	CHECK ((`holder` IS NULL) = (`held_until` IS NULL))
) STRICT;
--> statement-breakpoint
CREATE TABLE `looks` (
	`id` integer PRIMARY KEY NOT NULL,
	`instrument` text NOT NULL,
	`looked_at` text NOT NULL,
	`address` text NOT NULL,
	`is_mirror` integer NOT NULL,
	`outcome` text NOT NULL,
	`why` text,
	`revision` integer NOT NULL,
	`version` text NOT NULL,
	`etag` text,
	`last_modified` text,
	FOREIGN KEY (`instrument`) REFERENCES `instruments`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision`) REFERENCES `imports`(`revision`) ON UPDATE no action ON DELETE no action,
	CHECK (`looked_at` GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]*Z'),
	CHECK (`is_mirror` IN (0, 1)),
	CHECK (`outcome` IN ('imported', 'unchanged', 'not-modified', 'refused', 'unreachable')),
	CHECK ((`outcome` IN ('refused', 'unreachable')) = (`why` IS NOT NULL)),
	CHECK (`outcome` IN ('imported', 'unchanged', 'not-modified') OR (`etag` IS NULL AND `last_modified` IS NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX `looks_by_instrument` ON `looks` (`instrument`,`id`);
--> statement-breakpoint
CREATE TRIGGER `looks_are_never_changed` BEFORE UPDATE ON `looks`
BEGIN
	SELECT RAISE(ABORT, 'looks are append-only: a row is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `looks_are_never_deleted` BEFORE DELETE ON `looks`
BEGIN
	SELECT RAISE(ABORT, 'looks are append-only: a row is never deleted');
END;
