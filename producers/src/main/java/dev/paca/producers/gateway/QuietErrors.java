package dev.paca.producers.gateway;

import dev.paca.problems.ProblemCode;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers what fails before a request reaches us (a malformed request line, say), in our words. */
final class QuietErrors implements Request.Handler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    ProblemCode code = code(response.getStatus());
    String body =
        "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"code\":\"%s\"}"
            .formatted(code.type(), code.title(), response.getStatus(), code.name());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
    Content.Sink.write(response, true, body, callback);
    return true;
  }

  private static ProblemCode code(int status) {
    if (status == 503) {
      return ProblemCode.UNAVAILABLE;
    }
    return status >= 500 ? ProblemCode.INTERNAL : ProblemCode.BAD_REQUEST;
  }
}
