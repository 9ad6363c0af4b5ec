package dev.paca.streams.http;

import dev.paca.problems.ProblemCode;

/**
 * The body of a refusal (RFC 9457), with the code that is the same on all of Paca's ways out.
 *
 * @param type a URN that names the kind of problem and stays the same
 * @param title one sentence for the kind
 * @param status the HTTP status once more
 * @param detail what was wrong this time, and what would be right
 * @param instance the path that was asked for
 */
record Problem(
    String type, String title, int status, String detail, String instance, ProblemCode code) {
  static final String CONTENT_TYPE = "application/problem+json";

  static Problem of(int status, ProblemCode code, String detail, String instance) {
    return new Problem(code.type(), code.title(), status, detail, instance, code);
  }

  /** The HTTP status of a question that was refused for this reason. */
  static int status(ProblemCode code) {
    return switch (code) {
      case NOT_FOUND, UNKNOWN_PROVINCE, PROVINCE_NOT_VALID -> 404;
      case UNAUTHORIZED -> 401;
      case FORBIDDEN -> 403;
      case TOO_LARGE -> 413;
      case BAD_RUBRIC, OTHER_PLACEMENT -> 422;
      case TOO_MANY_REQUESTS -> 429;
      case UNAVAILABLE -> 503;
      case INTERNAL -> 500;
      default -> 400;
    };
  }
}
