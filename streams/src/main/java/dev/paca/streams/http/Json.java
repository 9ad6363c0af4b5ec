package dev.paca.streams.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;

/** The one way in which answers become JSON: UTF-8, null written, points with two decimals. */
final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new SimpleModule("points").addSerializer(new Points()))
          .build();

  private Json() {}

  /** One line of UTF-8. */
  static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("No JSON for a " + value.getClass().getName(), e);
    }
  }

  /** 8 as 8.00 and never as 8E+0; a decimal with more places keeps them. */
  private static final class Points extends StdSerializer<BigDecimal> {
    private static final long serialVersionUID = 1L;
    private static final int SCALE = 2;

    Points() {
      super(BigDecimal.class);
    }

    @Override
    public void serialize(BigDecimal value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      BigDecimal shown = value.scale() < SCALE ? value.setScale(SCALE) : value;
      json.writeNumber(shown.toPlainString());
    }
  }
}
