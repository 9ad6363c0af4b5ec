package dev.paca.registry;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * Avro's writer, but for fields that may be null: Avro looks through all logical types to find out
 * which of the two a value is.
 */
public final class RecordWriter<T> extends SpecificDatumWriter<T> {
  public RecordWriter(Schema schema, SpecificData data) {
    super(schema, data);
  }

  @Override
  protected int resolveUnion(Schema union, Object value) {
    List<Schema> types = union.getTypes();
    return types.size() == 2 && types.get(0).getType() == Schema.Type.NULL
        ? value == null ? 0 : 1
        : super.resolveUnion(union, value);
  }
}
