-- Who is told of changes by POST, and up to where each has been told. What is to be delivered is not copied: the record is
-- append-only, so a cursor into its changes is a queue that loses nothing. drizzle-kit wrote the columns; STRICT and the CHECKs
-- are by hand.
CREATE TABLE `subscriptions` (
	`id` text PRIMARY KEY NOT NULL,
	`url` text NOT NULL,
	`secret` text NOT NULL,
	`filter` text NOT NULL,
	`allow_private` integer NOT NULL,
	`created_at` text NOT NULL,
	`revision` integer NOT NULL,
	`delivered` text,
	`delivered_at` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`failing_since` text,
	`next_attempt_at` text,
	`fault` text,
	`paused_at` text,
	`claimed_by` text,
	`claimed_until` text,
	CHECK (`secret` GLOB 'whsec_?*'),
	CHECK (json_valid(`filter`) AND json_type(`filter`) = 'object'),
	CHECK (`allow_private` IN (0, 1)),
	CHECK (`revision` >= 0),
	CHECK (`attempts` >= 0 AND (`attempts` > 0) = (`failing_since` IS NOT NULL) AND (`attempts` > 0) = (`fault` IS NOT NULL)),
	CHECK (`next_attempt_at` IS NULL OR `attempts` > 0),
	CHECK (`paused_at` IS NULL OR (`attempts` > 0 AND `next_attempt_at` IS NULL)),
	CHECK ((`claimed_by` IS NULL) = (`claimed_until` IS NULL))
) STRICT;
