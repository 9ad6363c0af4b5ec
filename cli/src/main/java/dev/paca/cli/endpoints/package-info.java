/**
 * Where the running parts are found: an option, else a {@code PACA_*} variable, else the file that
 * {@code paca up} leaves in its data folder.
 */
package dev.paca.cli.endpoints;
