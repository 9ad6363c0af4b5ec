/**
 * Reading topics as anyone outside may: committed records only, without a consumer group, so that
 * looking leaves no trace.
 */
package dev.paca.cli.log;
