-- Official titles and short names of instruments in the other official languages of the United Nations. drizzle-kit wrote the table;
-- STRICT and the CHECK are by hand.
CREATE TABLE `instrument_titles` (
	`instrument` text NOT NULL,
	`language` text NOT NULL,
	`title` text NOT NULL,
	`short_name` text NOT NULL,
	PRIMARY KEY(`instrument`, `language`),
	FOREIGN KEY (`instrument`) REFERENCES `instruments`(`code`) ON UPDATE no action ON DELETE no action,
	CHECK (`language` IN ('ar', 'zh', 'fr', 'ru', 'es'))
) STRICT;
