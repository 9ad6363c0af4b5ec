package dev.paca.streams.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * {@code /openapi.json}: written by hand as YAML under {@code openapi/}, the paths in one file and
 * the schemas of the answers in another.
 */
final class OpenApi {
  private final byte[] json;

  OpenApi() {
    Map<String, Object> document = yaml("/openapi/query.yaml");
    Map<String, Object> components = map(document.get("components"));
    components.put("schemas", yaml("/openapi/schemas.yaml"));
    document.put("components", components);
    this.json = Json.bytes(document);
  }

  void answer(Context ctx) {
    ctx.contentType("application/json").result(json);
  }

  private static Map<String, Object> yaml(String resource) {
    try (InputStream in = OpenApi.class.getResourceAsStream(resource)) {
      return map(
          new Load(LoadSettings.builder().setLabel(resource).build()).loadFromInputStream(in));
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " is not readable from the class path", e);
    }
  }

  private static Map<String, Object> map(Object node) {
    Map<String, Object> map = new LinkedHashMap<>();
    ((Map<?, ?>) node).forEach((name, value) -> map.put((String) name, value));
    return map;
  }
}
