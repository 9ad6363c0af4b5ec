/**
 * The past: the same questions as of another time, or by a version of a rubric that is not in
 * force, answered from a fold of the committed input instead of what runs.
 */
package dev.paca.streams.past;
