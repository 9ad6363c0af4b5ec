package dev.paca.problems;

/**
 * One thing that is wrong.
 *
 * @param field the field's name, empty for the report as a whole
 * @param code what kind of wrong
 * @param message what was found and what would be right, in English, without exception text
 */
public record Problem(String field, ProblemCode code, String message) {}
