/** The view of who reports and who has been silent for long, by province and kind of agency. */
package dev.paca.streams.page.freshness;
