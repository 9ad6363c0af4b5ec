package dev.paca.streams.page;

import dev.paca.problems.ProblemCode;
import dev.paca.streams.query.FreshnessView;
import dev.paca.streams.query.ProvinceView;
import dev.paca.streams.query.QueryRefused;
import dev.paca.streams.query.RubricQueries;
import dev.paca.streams.query.ScoreQueries;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mounts the web page on an HTTP server: {@code /}, {@code /{year}}, {@code /{year}/{province}},
 * {@code /{year}/{province}/{criterion}}, {@code /{year}/what-if}, {@code /matters/{id}}, {@code
 * /freshness}, {@code /freshness/{province}} and {@code /static/}. Needs nothing of the server but
 * {@code /v1/stream} for changes as they happen. No answer of the page ever shows the text of an
 * exception.
 */
public final class Pages {
  /** Everything comes from this server, and nothing is inline. */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final Logger LOG = LoggerFactory.getLogger(Pages.class);

  private static final String RETRY_AFTER_SECONDS = "5";

  private static final String WHAT_IF = "/20{yy}/what-if";

  /** Request attribute: a view of the page has answered, be it with a 404. */
  private static final String DRAWN = "paca.page.drawn";

  private final Views views;
  private final Absences absences;

  private Pages(ScoreQueries queries, RubricQueries rubrics, StaticFiles statics) {
    this.views = new Views(queries, rubrics, statics.folder());
    this.absences = new Absences(queries);
  }

  /**
   * Adds the page's routes. Years are matched by their first two digits, so that other addresses of
   * the server are left alone whatever the order they are added in.
   */
  public static void mount(JavalinConfig config, ScoreQueries queries, RubricQueries rubrics) {
    StaticFiles statics = new StaticFiles();
    Pages pages = new Pages(queries, rubrics, statics);
    config.routes.get("/static/{version}/{file}", statics::answer);
    config.routes.get("/", pages.view(pages::latest));
    config.routes.get("/20{yy}", pages.view(pages::ranking));
    config.routes.get(WHAT_IF, pages.view(pages::whatIf));
    config.routes.post(WHAT_IF, pages.view(pages::tried));
    config.routes.get("/freshness", pages.view(pages::freshness));
    config.routes.get("/freshness/{province}", pages.view(pages::freshnessOf));
    config.routes.get(
        "/20{yy}/freshness", pages.view((ctx, reader) -> ctx.redirect(reader.links().freshness())));
    config.routes.get("/20{yy}/{province}", pages.view(pages::province));
    config.routes.get("/20{yy}/{province}/{criterion}", pages.view(pages::criterion));
    config.routes.get("/matters/<id>", pages.view(pages::matter));
    config.routes.error(404, "text/html", pages::noPage);
  }

  /** A view of the page; throws {@link NothingHere} or {@link QueryRefused} where it has none. */
  private interface View {
    void answer(Context ctx, Reader reader);
  }

  private Handler view(View view) {
    return ctx -> {
      Reader reader = Reader.of(ctx);
      headers(ctx, reader);
      try {
        view.answer(ctx, reader);
      } catch (NothingHere nothing) {
        show(ctx, reader, nothing.notice());
      } catch (QueryRefused refused) {
        // What cannot be read in an address is neither shown nor asked again.
        Reader shown = refused.code() == ProblemCode.BAD_REQUEST ? reader.ofNow() : reader;
        show(ctx, shown, refusal(shown, refused));
      } catch (RuntimeException e) {
        LOG.error("Could not draw {}", ctx.path(), e);
        show(ctx, reader, failure(reader));
      }
    };
  }

  private void latest(Context ctx, Reader reader) {
    ctx.redirect(
        reader.links().ranking(views.asOf(reader, ScoreQueries.ANY_YEAR).latestYear(reader)));
  }

  private void ranking(Context ctx, Reader reader) {
    int year = year(ctx, reader);
    ctx.html(views.asOf(reader, year).ranking(reader, year));
  }

  private void province(Context ctx, Reader reader) {
    int year = year(ctx, reader);
    Views asOf = views.asOf(reader, year);
    ProvinceView view = asOf.find(reader, year, ctx.pathParam("province"));
    if (view.province().equals(ctx.pathParam("province"))) {
      ctx.html(asOf.province(reader, view));
    } else {
      ctx.redirect(reader.links().province(view.year(), view.province()));
    }
  }

  private void criterion(Context ctx, Reader reader) {
    int year = year(ctx, reader);
    Views asOf = views.asOf(reader, year);
    ProvinceView view = asOf.find(reader, year, ctx.pathParam("province"));
    String criterion = ctx.pathParam("criterion");
    if (view.province().equals(ctx.pathParam("province"))) {
      ctx.html(asOf.criterion(reader, view, criterion));
    } else {
      ctx.redirect(reader.links().criterion(view.year(), view.province(), criterion));
    }
  }

  private void whatIf(Context ctx, Reader reader) {
    ctx.html(views.whatIf(reader, year(ctx, reader)));
  }

  private void tried(Context ctx, Reader reader) {
    int year = year(ctx, reader);
    Optional<String> draft = Form.draft(ctx);
    if (draft.isEmpty()) {
      show(ctx, reader, notice(reader, HttpStatus.CONTENT_TOO_LARGE.getCode(), "whatif.large"));
      return;
    }
    Views.Tried tried = views.whatIf(reader, year, draft.get());
    ctx.status(tried.accepted() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    ctx.html(tried.html());
  }

  private void freshness(Context ctx, Reader reader) {
    ctx.html(views.asOf(reader, ScoreQueries.ANY_YEAR).freshness(reader));
  }

  private void freshnessOf(Context ctx, Reader reader) {
    Views asOf = views.asOf(reader, ScoreQueries.ANY_YEAR);
    FreshnessView found = asOf.findFreshness(ctx.pathParam("province"));
    String code = found.provinces().get(0).province();
    if (code.equals(ctx.pathParam("province"))) {
      ctx.html(asOf.freshness(reader, found));
    } else {
      ctx.redirect(reader.links().freshness(code));
    }
  }

  private void matter(Context ctx, Reader reader) {
    ctx.html(views.asOf(reader, ScoreQueries.ANY_YEAR).matter(reader, ctx.pathParam("id")));
  }

  private int year(Context ctx, Reader reader) {
    String digits = ctx.pathParam("yy");
    if (!digits.matches("[0-9]{2}")) {
      throw new NothingHere(absences.noPage(reader));
    }
    return 2000 + Integer.parseInt(digits);
  }

  /** The page's own 404 for addresses that nobody answers; the API's refusals stay as they are. */
  private void noPage(Context ctx) {
    String path = ctx.path();
    if (path.startsWith("/v1/") || path.startsWith("/static/") || isAnswered(ctx)) {
      return;
    }
    Reader here = Reader.of(ctx);
    Reader reader = new Reader(here.wording(), here.links(), "", "", "/");
    headers(ctx, reader);
    try {
      show(ctx, reader, absences.noPage(reader));
    } catch (QueryRefused refused) {
      show(ctx, reader, refusal(reader, refused));
    }
  }

  private static boolean isAnswered(Context ctx) {
    String type = ctx.res().getContentType();
    return ctx.attribute(DRAWN) != null || (type != null && type.contains("json"));
  }

  private void show(Context ctx, Reader reader, Notice notice) {
    ctx.status(notice.status());
    if (notice.status() == HttpStatus.SERVICE_UNAVAILABLE.getCode()) {
      ctx.header("Retry-After", RETRY_AFTER_SECONDS);
    }
    ctx.html(views.notice(reader, notice));
  }

  private Notice refusal(Reader reader, QueryRefused refused) {
    if (refused.code() == ProblemCode.UNAVAILABLE) {
      return notice(reader, 503, "refused.unavailable");
    }
    if (refused.code() == ProblemCode.BAD_REQUEST) {
      return notice(reader, 400, "refused.time");
    }
    return refused.code() == ProblemCode.INTERNAL
        ? failure(reader)
        : notice(reader, 404, "refused.other");
  }

  private static Notice failure(Reader reader) {
    return notice(reader, 500, "refused.failure");
  }

  private static Notice notice(Reader reader, int status, String text) {
    return new Notice(
        status,
        reader.wording().say(text + ".title"),
        reader.wording().say(text),
        List.of(
            new Notice.Choice(
                reader.wording().say("refused.again"),
                reader.links().with(reader.path(), Map.of()))));
  }

  private static void headers(Context ctx, Reader reader) {
    ctx.attribute(DRAWN, true);
    ctx.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Referrer-Policy", "same-origin");
    ctx.header("Content-Language", reader.wording().language().code());
    ctx.header("Cache-Control", "no-cache");
  }
}
