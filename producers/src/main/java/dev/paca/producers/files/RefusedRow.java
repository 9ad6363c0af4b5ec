package dev.paca.producers.files;

import dev.paca.problems.Problem;
import java.util.List;

/**
 * A row that is not published.
 *
 * @param row its number as a spreadsheet shows it
 * @param problems each with its column as field; the field is empty when it is the whole row
 */
public record RefusedRow(long row, List<Problem> problems) {}
