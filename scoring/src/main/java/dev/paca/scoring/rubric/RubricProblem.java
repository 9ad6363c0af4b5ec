package dev.paca.scoring.rubric;

/** What is wrong in a rubric file; line and column count from 1. */
public record RubricProblem(int line, int column, String message) {
  @Override
  public String toString() {
    return line + ":" + column + " " + message;
  }
}
