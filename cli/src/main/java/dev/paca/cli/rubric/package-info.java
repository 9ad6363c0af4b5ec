/** Rubric files: checking them with all errors at once, and publishing new versions. */
package dev.paca.cli.rubric;
