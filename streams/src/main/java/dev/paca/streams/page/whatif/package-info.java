/** The view that tries a draft of a rubric: a form, its errors, and who would gain or lose. */
package dev.paca.streams.page.whatif;
