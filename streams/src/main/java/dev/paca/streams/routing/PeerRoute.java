package dev.paca.streams.routing;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;

/**
 * The address at which other instances ask this one. It answers from its own stores only and asks
 * nobody on, so that a question makes one hop and never goes in circles.
 */
public final class PeerRoute {
  static final String PATH = "/internal/v1/stored";

  private PeerRoute() {}

  public static void mount(JavalinConfig config, Shards shards) {
    config.routes.get(PATH, ctx -> answer(ctx, shards));
  }

  private static void answer(Context ctx, Shards shards) throws IOException {
    PeerQuery query = PeerQuery.of(ctx::queryParam);
    ctx.contentType(Frames.CONTENT_TYPE);
    Frames.write(
        shards, query.question(), query.partitions(), query.mayBeBehind(), ctx.outputStream());
  }
}
