/** What the tests of all packages share: reports and rubrics to start from. */
package dev.paca.scoring;
