package dev.paca.streams.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Style sheet and scripts, read once. Their folder is named after their content, so a browser may
 * keep them for a year and still never runs an old script against a new page; relative imports
 * between the scripts stay in the folder.
 */
final class StaticFiles {
  private static final List<String> NAMES =
      List.of(
          "page.css",
          "page.js",
          "live.js",
          "own.js",
          "search.js",
          "sort.js",
          "stream.js",
          "icon.svg");
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private final Map<String, byte[]> files = new TreeMap<>();
  private final String version;

  StaticFiles() {
    MessageDigest digest = sha256();
    for (String name : NAMES) {
      byte[] content = read("/page/static/" + name);
      files.put(name, content);
      digest.update(content);
    }
    version = HexFormat.of().formatHex(digest.digest()).substring(0, 12);
  }

  /** Address of the folder, with the slash. */
  String folder() {
    return "/static/" + version + "/";
  }

  /** Answers {@code /static/{version}/{file}}; a file of another version is never cached. */
  void answer(Context ctx) {
    String name = ctx.pathParam("file");
    byte[] content = files.get(name);
    if (content == null) {
      ctx.status(HttpStatus.NOT_FOUND);
      return;
    }
    boolean current = version.equals(ctx.pathParam("version"));
    ctx.header("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-store");
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.contentType(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
    ctx.result(content);
  }

  private static byte[] read(String file) {
    try (InputStream in = StaticFiles.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("Not on the class path: " + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
