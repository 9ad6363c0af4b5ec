/** Publishing files of reports from the command line. */
package dev.paca.cli.publish;
