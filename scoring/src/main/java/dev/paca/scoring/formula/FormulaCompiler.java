package dev.paca.scoring.formula;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.paca.scoring.measure.Measures;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compiles the text of a formula. Measures are variables of type int; besides CEL's operators there
 * are {@code double(x)}, {@code int(x)}, {@code min(a, b)} and {@code max(a, b)}. Macros, lists and
 * texts are refused: there are no loops, and a number once computed cannot be squared, so that
 * length, depth and the size of written numbers bound the time and memory any formula can cost.
 */
public final class FormulaCompiler {
  public static final int MAX_LENGTH = 4_000;
  private static final int MAX_DEPTH = 60;
  private static final String FUNCTIONS = "double(x), int(x), min(a, b) and max(a, b)";
  private static final Pattern OVERLOAD =
      Pattern.compile(
          "found no matching overload for '([^']+)' applied to '(\\([^']*\\))'.*", Pattern.DOTALL);
  private static final Pattern UNDECLARED =
      Pattern.compile("undeclared reference to '([^']+)'.*", Pattern.DOTALL);
  private static final CelCompiler CEL = celCompiler();

  private FormulaCompiler() {}

  /**
   * @param formula empty when there are errors
   */
  public record Compilation(Optional<Formula> formula, List<FormulaError> errors) {}

  public static Compilation compile(String text) {
    if (text.length() > MAX_LENGTH) {
      return failed(
          new FormulaError(
              1, 1, "a formula has at most " + MAX_LENGTH + " characters, not " + text.length()));
    }
    CelValidationResult checked = CEL.compile(text);
    if (checked.hasError()) {
      return new Compilation(
          Optional.empty(), checked.getErrors().stream().map(e -> error(e, text)).toList());
    }
    try {
      CelAbstractSyntaxTree ast = checked.getAst();
      CelType type = ast.getResultType();
      if (!type.equals(SimpleType.DOUBLE) && !type.equals(SimpleType.INT)) {
        return failed(
            new FormulaError(
                1, 1, "a formula gives points, a double such as 8.0, not " + type.name()));
      }
      Translation translation = new Translation(ast);
      Evaluation.Numeric points = translation.numeric(ast.getExpr());
      return new Compilation(
          Optional.of(new Formula(text, translation.measures(), points)), List.of());
    } catch (Translation.Refused e) {
      return failed(new FormulaError(e.line(), e.column(), e.getMessage()));
    } catch (CelValidationException e) {
      return failed(new FormulaError(1, 1, "not a CEL expression"));
    }
  }

  private static Compilation failed(FormulaError error) {
    return new Compilation(Optional.empty(), List.of(error));
  }

  private static FormulaError error(CelIssue issue, String text) {
    int line = Math.max(1, issue.getSourceLocation().getLine());
    int column = Math.max(0, issue.getSourceLocation().getColumn()) + 1;
    Matcher undeclared = UNDECLARED.matcher(issue.getMessage());
    if (undeclared.matches()) {
      return unknown(text, line, start(text, line, column), undeclared.group(1));
    }
    return new FormulaError(line, column, reason(issue.getMessage()));
  }

  /** CEL names the first part of a dotted name or points at a dot: take the whole around it. */
  private static FormulaError unknown(String text, int line, int column, String named) {
    String row = row(text, line);
    int to = column - 1;
    while (to < row.length() && isNamePart(row.charAt(to))) {
      to++;
    }
    if (row.substring(to).strip().startsWith("(")) {
      return new FormulaError(
          line, column, "there is no function " + named + "; there are " + FUNCTIONS);
    }
    String name = to > column - 1 ? row.substring(column - 1, to) : named;
    return new FormulaError(
        line,
        column,
        "unknown measure "
            + name
            + Measures.nearest(name).map(nearest -> "; nearest is " + nearest).orElse(""));
  }

  /** CEL's own words, without its lists of everything that might have stood there. */
  private static String reason(String message) {
    Matcher overload = OVERLOAD.matcher(message);
    if (overload.matches()) {
      String types = overload.group(2);
      boolean mixed = types.contains("int") && types.contains("double");
      return overload.group(1).replace("_", "")
          + " does not take "
          + types
          + (mixed ? ": int and double do not mix; write double(x), or 8.0 for 8" : "");
    }
    if (message.startsWith("For input string")) {
      return "a whole number is at most " + Long.MAX_VALUE;
    }
    if (message.startsWith("Expression recursion limit exceeded")) {
      return "a formula nests at most "
          + MAX_DEPTH
          + " levels deep; each + or ?: after another counts as a level";
    }
    return message.replaceFirst(
        " expecting \\{.*}$", "; a measure, a number or a parenthesis is expected");
  }

  private static int start(String text, int line, int column) {
    String row = row(text, line);
    int from = Math.min(column - 1, row.length());
    while (from > 0 && isNamePart(row.charAt(from - 1))) {
      from--;
    }
    return from + 1;
  }

  private static String row(String text, int line) {
    String[] rows = text.split("\n", -1);
    return rows[Math.min(line, rows.length) - 1];
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.';
  }

  private static CelCompiler celCompiler() {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(
                CelOptions.current()
                    .maxExpressionCodePointSize(MAX_LENGTH)
                    .maxParseRecursionDepth(MAX_DEPTH)
                    .build())
            .addFunctionDeclarations(twoArguments("min"), twoArguments("max"));
    Measures.names().forEach(name -> builder.addVar(name, SimpleType.INT));
    return builder.build();
  }

  private static CelFunctionDecl twoArguments(String name) {
    return CelFunctionDecl.newFunctionDeclaration(
        name,
        CelOverloadDecl.newGlobalOverload(
            name + "_int", SimpleType.INT, SimpleType.INT, SimpleType.INT),
        CelOverloadDecl.newGlobalOverload(
            name + "_double", SimpleType.DOUBLE, SimpleType.DOUBLE, SimpleType.DOUBLE));
  }
}
