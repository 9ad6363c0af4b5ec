/**
 * The page's two languages: texts, numbers, money, dates, the Vietnamese order of names and the
 * search without marks. Nothing here knows HTML; every word a reader sees is in texts_vi.properties
 * and texts_en.properties.
 */
package dev.paca.streams.page.language;
