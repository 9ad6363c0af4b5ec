package dev.paca.streams.serving;

import dev.paca.problems.ProblemCode;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.ProvinceSearch;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.rubric.Criterion;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.streams.query.QueryRefused;
import java.util.List;
import java.util.stream.Collectors;

/** Finds what a question names, or refuses it saying what there is. */
final class Lookup {
  private final Served served;
  private final Provinces provinces;

  Lookup(Served served, Provinces provinces) {
    this.served = served;
    this.provinces = provinces;
  }

  Served.Year year(int year) {
    return served.year(year).orElseThrow(() -> refused(noYear(year)));
  }

  private String noYear(int year) {
    return served.years().isEmpty()
        ? "no assessment of " + year + ": no rubric is published yet"
        : "no assessment of "
            + year
            + "; there are "
            + served.years().keySet().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
  }

  Province province(Rubric rubric, String text) {
    List<Province> set = provinces.on(rubric.provincesAsOf());
    return ProvinceSearch.find(text, set).orElseThrow(() -> refused(noProvince(rubric, text)));
  }

  private String noProvince(Rubric rubric, String text) {
    return ProvinceSearch.find(text, provinces.on(rubric.provincesAsOf().minusYears(1)))
        .flatMap(old -> provinces.asOf(old, rubric.provincesAsOf()))
        .map(
            now ->
                "no province "
                    + text
                    + " in "
                    + rubric.year()
                    + "; it is part of "
                    + now.name()
                    + " ("
                    + now.code()
                    + ") since "
                    + now.validFrom())
        .orElse(
            "no province "
                + text
                + " in "
                + rubric.year()
                + "; name one by its GSO code, name or abbreviation, as 94, \"Sóc Trăng\" or STR");
  }

  Criterion criterion(Rubric rubric, String code) {
    return rubric.find(code).orElseThrow(() -> refused(noCriterion(rubric, code)));
  }

  private static String noCriterion(Rubric rubric, String code) {
    String part = code.isEmpty() ? "" : code.substring(0, 1);
    List<Criterion> near =
        rubric
            .find(part)
            .map(Criterion::children)
            .filter(children -> !children.isEmpty())
            .orElse(rubric.parts());
    return "no criterion "
        + code
        + " in "
        + rubric.year()
        + "; "
        + (near == rubric.parts() ? "its parts are " : part + " has ")
        + near.stream().map(Criterion::code).collect(Collectors.joining(", "));
  }

  static QueryRefused refused(String message) {
    return new QueryRefused(ProblemCode.NOT_FOUND, message);
  }
}
