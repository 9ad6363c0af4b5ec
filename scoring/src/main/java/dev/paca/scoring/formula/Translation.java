package dev.paca.scoring.formula;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.paca.scoring.formula.Evaluation.Condition;
import dev.paca.scoring.formula.Evaluation.Numeric;
import dev.paca.scoring.measure.Measures;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Turns a type-checked CEL tree into exact evaluations, refusing what formulas may not use. */
final class Translation {
  // With the length of a formula they bound what its numbers can grow to.
  private static final int MAX_DECIMALS = 18;
  private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(19);

  private final CelAbstractSyntaxTree ast;
  private final Set<String> measures = new LinkedHashSet<>();

  Translation(CelAbstractSyntaxTree ast) {
    this.ast = ast;
  }

  List<String> measures() {
    return List.copyOf(measures);
  }

  Numeric numeric(CelExpr expr) {
    return switch (expr.exprKind().getKind()) {
      case CONSTANT -> constant(expr);
      case IDENT, SELECT -> measure(expr);
      case CALL -> numericCall(expr);
      default -> throw refused(expr, "lists, maps and macros");
    };
  }

  private Numeric constant(CelExpr expr) {
    CelConstant constant = expr.constant();
    Rational value =
        switch (constant.getKind()) {
          case INT64_VALUE -> Rational.of(BigInteger.valueOf(constant.int64Value()));
          case DOUBLE_VALUE -> written(expr, constant.doubleValue());
          default -> throw refused(expr, "texts and unsigned numbers");
        };
    return sums -> value;
  }

  /** The shortest decimal that reads as this double is what the author wrote. */
  private Rational written(CelExpr expr, double value) {
    Optional<BigDecimal> decimal =
        Double.isFinite(value)
            ? Optional.of(new BigDecimal(Double.toString(value)).stripTrailingZeros())
            : Optional.empty();
    return decimal
        .filter(number -> number.scale() <= MAX_DECIMALS && number.abs().compareTo(TOO_LARGE) < 0)
        .map(Rational::of)
        .orElseThrow(
            () ->
                refused(
                    expr, "numbers of 10^19 and more or with over " + MAX_DECIMALS + " decimals"));
  }

  private Numeric measure(CelExpr expr) {
    String name =
        ast.getReference(expr.id())
            .map(CelReference::name)
            .orElseThrow(() -> refused(expr, "fields of values"));
    OptionalInt index = Measures.index(name);
    if (index.isEmpty()) {
      throw refused(expr, "names other than measures (" + name + ")");
    }
    measures.add(name);
    int found = index.getAsInt();
    return sums -> Rational.of(sums.sum(found));
  }

  private Numeric numericCall(CelExpr expr) {
    CelExpr.CelCall call = expr.call();
    List<CelExpr> args = call.args();
    if (call.function().equals("_?_:_")) {
      Condition condition = condition(args.get(0));
      Numeric yes = numeric(args.get(1));
      Numeric no = numeric(args.get(2));
      return sums -> condition.holds(sums) ? yes.value(sums) : no.value(sums);
    }
    Numeric a = args.isEmpty() ? null : numeric(args.get(0));
    Numeric b = args.size() < 2 ? null : numeric(args.get(1));
    boolean whole = type(expr).equals(SimpleType.INT);
    return switch (call.function()) {
      case "_+_" -> sums -> a.value(sums).plus(b.value(sums));
      case "_-_" -> sums -> a.value(sums).plus(b.value(sums).negate());
      case "_*_" -> sums -> a.value(sums).times(b.value(sums));
      case "_/_" ->
          whole
              ? sums -> a.value(sums).wholeOver(b.value(sums))
              : sums -> a.value(sums).over(b.value(sums));
      case "_%_" -> sums -> a.value(sums).remainder(b.value(sums));
      case "-_" -> sums -> a.value(sums).negate();
      case "double" -> a;
      case "int" -> sums -> a.value(sums).truncated();
      case "min" -> sums -> smaller(a.value(sums), b.value(sums));
      case "max" -> sums -> smaller(a.value(sums).negate(), b.value(sums).negate()).negate();
      default -> throw refused(expr, "the function " + call.function());
    };
  }

  private static Rational smaller(Rational a, Rational b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private Condition condition(CelExpr expr) {
    if (expr.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
      boolean value = expr.constant().booleanValue();
      return sums -> value;
    }
    if (expr.exprKind().getKind() != CelExpr.ExprKind.Kind.CALL) {
      throw refused(expr, "macros");
    }
    CelExpr.CelCall call = expr.call();
    List<CelExpr> args = call.args();
    return switch (call.function()) {
      case "_&&_" -> both(condition(args.get(0)), condition(args.get(1)));
      case "_||_" -> not(both(not(condition(args.get(0))), not(condition(args.get(1)))));
      case "!_" -> not(condition(args.get(0)));
      case "_?_:_" -> {
        Condition test = condition(args.get(0));
        Condition yes = condition(args.get(1));
        Condition no = condition(args.get(2));
        yield sums -> test.holds(sums) ? yes.holds(sums) : no.holds(sums);
      }
      default -> comparison(expr, call.function(), args);
    };
  }

  private static Condition not(Condition a) {
    return sums -> !a.holds(sums);
  }

  /** As CEL has it, a division by zero on one side matters only if the other side is true. */
  private static Condition both(Condition a, Condition b) {
    return sums -> {
      boolean left;
      try {
        left = a.holds(sums);
      } catch (Rational.DivisionByZero e) {
        if (b.holds(sums)) {
          throw e;
        }
        return false;
      }
      return left && b.holds(sums);
    };
  }

  private Condition comparison(CelExpr expr, String function, List<CelExpr> args) {
    boolean compares = Set.of("_<_", "_<=_", "_>_", "_>=_", "_==_", "_!=_").contains(function);
    if (!compares || type(args.get(0)).equals(SimpleType.BOOL)) {
      throw refused(expr, compares ? "the comparison of truth values" : "the function " + function);
    }
    Numeric a = numeric(args.get(0));
    Numeric b = numeric(args.get(1));
    return switch (function) {
      case "_<_" -> sums -> a.value(sums).compareTo(b.value(sums)) < 0;
      case "_<=_" -> sums -> a.value(sums).compareTo(b.value(sums)) <= 0;
      case "_>_" -> sums -> a.value(sums).compareTo(b.value(sums)) > 0;
      case "_>=_" -> sums -> a.value(sums).compareTo(b.value(sums)) >= 0;
      case "_==_" -> sums -> a.value(sums).compareTo(b.value(sums)) == 0;
      default -> sums -> a.value(sums).compareTo(b.value(sums)) != 0;
    };
  }

  private CelType type(CelExpr expr) {
    return ast.getTypeOrThrow(expr.id());
  }

  private Refused refused(CelExpr expr, String what) {
    int position = ast.getSource().getPositionsMap().getOrDefault(expr.id(), 0);
    CelSourceLocation location =
        ast.getSource().getOffsetLocation(position).orElse(CelSourceLocation.of(1, 0));
    return new Refused(
        "a formula may not use "
            + what
            + "; allowed are measures, numbers, + - * / %, comparisons, && || !, ?:, double(), "
            + "int(), min() and max()",
        location.getLine(),
        location.getColumn() + 1);
  }

  /** The text type-checks but uses something formulas may not. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final int column;

    Refused(String message, int line, int column) {
      super(message, null, false, false);
      this.line = line;
      this.column = column;
    }

    int line() {
      return line;
    }

    int column() {
      return column;
    }
  }
}
