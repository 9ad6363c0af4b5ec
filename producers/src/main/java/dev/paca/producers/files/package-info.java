/**
 * Files of reports, CSV and XLSX: finds the type, reads row by row, tells what is wrong with row
 * and column, publishes the good rows and leaves out what is published already.
 */
package dev.paca.producers.files;
