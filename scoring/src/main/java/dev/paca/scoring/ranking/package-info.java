/** Rankings: standard competition ranks ("1 2 2 4") of a year's provinces, and means. */
package dev.paca.scoring.ranking;
