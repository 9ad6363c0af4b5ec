package dev.paca.streams.http;

import dev.paca.problems.ProblemCode;
import dev.paca.streams.query.QueryRefused;
import dev.paca.streams.query.RubricRefused;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns everything that goes wrong into problem+json; text of an exception is only logged. */
final class Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
  private static final String TRY_AGAIN_SECONDS = "1";
  private static final int NOT_FOUND = 404;
  private static final int SERVER_ERROR = 500;

  private final boolean pageIsMounted;

  Refusals(boolean pageIsMounted) {
    this.pageIsMounted = pageIsMounted;
  }

  void mount(JavalinConfig config) {
    config.http.prefer405over404 = true;
    config.routes.exception(QueryRefused.class, Refusals::refuse);
    config.routes.exception(RubricRefused.class, Refusals::refuse);
    config.routes.exception(HttpResponseException.class, this::notAnswered);
    config.routes.exception(Exception.class, Refusals::fail);
    config.router.javaLangErrorHandler(
        (response, error) -> {
          LOG.error("Could not answer", error);
          response.setStatus(SERVER_ERROR);
          response.setContentType(Problem.CONTENT_TYPE);
          write(response, Json.bytes(internal("")));
        });
    config.jetty.modifyServer(server -> server.setErrorHandler(new Unreadable()));
  }

  static void refuse(QueryRefused refused, Context ctx) {
    if (refused.code() == ProblemCode.INTERNAL) {
      LOG.error("Could not answer {}", ctx.path(), refused);
    }
    send(ctx, Problem.status(refused.code()), refused.code(), refused.getMessage());
  }

  private static void refuse(RubricRefused refused, Context ctx) {
    ctx.status(Problem.status(refused.code()))
        .contentType(Problem.CONTENT_TYPE)
        .result(Json.bytes(RubricProblemBody.of(refused, ctx.path())));
  }

  private void notAnswered(HttpResponseException refused, Context ctx) {
    if (refused instanceof MethodNotAllowedResponse) {
      String allowed =
          refused.getDetails().values().stream().sorted().collect(Collectors.joining(", "));
      ctx.header("Allow", allowed);
      String detail = "%s is not possible here; %s is".formatted(ctx.method(), allowed);
      send(ctx, refused.getStatus(), ProblemCode.BAD_REQUEST, detail);
    } else if (refused.getStatus() == NOT_FOUND && pageIsMounted && isForPeople(ctx)) {
      // Plain, so that the page can put its own words in its place.
      ctx.status(NOT_FOUND).contentType("text/plain").result(ProblemCode.NOT_FOUND.title());
    } else if (refused.getStatus() == NOT_FOUND) {
      String detail = "Nothing is answered at this address; /openapi.json lists what is";
      send(ctx, NOT_FOUND, ProblemCode.NOT_FOUND, detail);
    } else {
      ProblemCode code = code(refused.getStatus());
      send(ctx, refused.getStatus(), code, code.title());
    }
  }

  private static boolean isForPeople(Context ctx) {
    String accept = ctx.header("Accept");
    return accept != null && accept.contains("text/html") && !ctx.path().startsWith("/v1/");
  }

  private static Problem internal(String path) {
    ProblemCode code = ProblemCode.INTERNAL;
    return Problem.of(SERVER_ERROR, code, code.title(), path);
  }

  private static void write(HttpServletResponse response, byte[] body) {
    try {
      response.getOutputStream().write(body);
    } catch (IOException e) {
      LOG.debug("Who asked is gone", e);
    }
  }

  private static void fail(Exception e, Context ctx) {
    if (askerIsGone(e)) {
      LOG.debug("Who asked {} is gone", ctx.path(), e);
      return;
    }
    LOG.error("Could not answer {}", ctx.path(), e);
    send(ctx, SERVER_ERROR, ProblemCode.INTERNAL, ProblemCode.INTERNAL.title());
  }

  /** A peer that waits no longer, say. */
  private static boolean askerIsGone(Throwable e) {
    return e != null && (e instanceof EofException || askerIsGone(e.getCause()));
  }

  static void send(Context ctx, int status, ProblemCode code, String detail) {
    if (code == ProblemCode.UNAVAILABLE) {
      ctx.header("Retry-After", TRY_AGAIN_SECONDS);
    }
    ctx.status(status)
        .contentType(Problem.CONTENT_TYPE)
        .result(Json.bytes(Problem.of(status, code, detail, ctx.path())));
  }

  private static ProblemCode code(int status) {
    if (status == Problem.status(ProblemCode.UNAVAILABLE)) {
      return ProblemCode.UNAVAILABLE;
    }
    if (status >= SERVER_ERROR) {
      return ProblemCode.INTERNAL;
    }
    return status == 413 ? ProblemCode.TOO_LARGE : ProblemCode.BAD_REQUEST;
  }

  /** For requests that Jetty itself turns away before any route sees them, as while it stops. */
  private static final class Unreadable extends ErrorHandler {
    @Override
    protected void generateResponse(
        Request request,
        Response response,
        int status,
        String message,
        Throwable cause,
        Callback callback) {
      ProblemCode code = code(status);
      String path = request.getHttpURI() == null ? "" : request.getHttpURI().getPath();
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
      if (code == ProblemCode.UNAVAILABLE) {
        response.getHeaders().put(HttpHeader.RETRY_AFTER, TRY_AGAIN_SECONDS);
      }
      byte[] body = Json.bytes(Problem.of(status, code, code.title(), path));
      response.write(true, ByteBuffer.wrap(body), callback);
    }
  }
}
