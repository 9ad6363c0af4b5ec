package dev.paca.scoring.rubric;

import dev.paca.scoring.formula.FormulaError;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Finds in the file what a formula's error points at. YAML folds lines and takes indentation away,
 * but keeps every character that is not blank in its order: as many stand before the place in the
 * file as in the formula.
 */
final class FormulaPlace {
  private final int[] file;
  private int index;
  private int line;
  private int column;

  private FormulaPlace(String file, Mark start) {
    this.file = file.codePoints().toArray();
    this.index = start.getIndex();
    this.line = start.getLine() + 1;
    this.column = start.getColumn() + 1;
  }

  static RubricProblem of(String file, ScalarNode node, FormulaError error) {
    FormulaPlace place = new FormulaPlace(file, node.getStartMark().orElseThrow());
    place.enter(node.getScalarStyle());
    place.pass(solidBefore(node.getValue().strip(), error));
    return new RubricProblem(place.line, place.column, error.message());
  }

  /** Characters that are not blank before the error. */
  private static long solidBefore(String formula, FormulaError error) {
    int[] rows = formula.codePoints().toArray();
    int at = 0;
    for (int row = 1; row < error.line() && at < rows.length; at++) {
      row += rows[at] == '\n' ? 1 : 0;
    }
    long solid = 0;
    for (int end = Math.min(at + error.column() - 1, rows.length), i = 0; i < end; i++) {
      solid += Character.isWhitespace(rows[i]) ? 0 : 1;
    }
    return solid;
  }

  /** To where the text begins: after the quote, or on the line below {@code >-}. */
  private void enter(ScalarStyle style) {
    if (style == ScalarStyle.FOLDED || style == ScalarStyle.LITERAL) {
      while (index < file.length && file[index] != '\n') {
        step();
      }
    } else if (style != ScalarStyle.PLAIN) {
      step();
    }
  }

  /** Over so many characters that are not blank, and to the next one on the line or below. */
  private void pass(long solid) {
    long left = solid;
    while (index < file.length) {
      if (!Character.isWhitespace(file[index])) {
        if (left == 0) {
          return;
        }
        left--;
      }
      step();
    }
  }

  private void step() {
    boolean newLine = file[index++] == '\n';
    line += newLine ? 1 : 0;
    column = newLine ? 1 : column + 1;
  }
}
