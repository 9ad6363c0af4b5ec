/**
 * Freshness: who reports for which province, how many reports of each type are in force, and how
 * old the newest is, by when it occurred and by when it arrived. Pure, as everything here.
 */
package dev.paca.scoring.freshness;
