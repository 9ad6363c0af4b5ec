/**
 * Provinces by GSO code and date. A code may change its meaning (seven did on 1 July 2025), a name
 * may live on with another extent; a province is therefore a row with validity and successor.
 */
package dev.paca.scoring.province;
