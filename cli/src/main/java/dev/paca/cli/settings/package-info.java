/**
 * What a command is set to: its options, else {@code PACA_*} variables, else {@code --config FILE},
 * else what a running {@code paca up} says in its data folder, else defaults.
 */
package dev.paca.cli.settings;
