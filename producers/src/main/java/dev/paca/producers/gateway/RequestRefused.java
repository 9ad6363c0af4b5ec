package dev.paca.producers.gateway;

import dev.paca.problems.Problem;
import dev.paca.problems.ProblemCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request that is answered with a problem; its message is the problem's detail. */
final class RequestRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final ProblemCode code;
  private final transient List<Problem> errors;
  private final transient Map<String, String> headers = new LinkedHashMap<>();

  RequestRefused(int status, ProblemCode code, String detail) {
    this(status, code, detail, List.of());
  }

  RequestRefused(int status, ProblemCode code, String detail, List<Problem> errors) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  /** The same with a response header. */
  RequestRefused with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  int status() {
    return status;
  }

  ProblemCode code() {
    return code;
  }

  List<Problem> errors() {
    return errors;
  }

  Map<String, String> headers() {
    return headers;
  }
}
