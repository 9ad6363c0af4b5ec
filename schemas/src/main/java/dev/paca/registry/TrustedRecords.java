package dev.paca.registry;

import org.apache.avro.Conversion;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Lets Avro instantiate Paca's generated classes.
 *
 * <p>Since 1.12.1 Avro instantiates only classes that somebody trusts, by default through the
 * system property {@code org.apache.avro.SERIALIZABLE_PACKAGES}, read once. Left to users, a
 * forgotten {@code -D} would show as the first record that cannot be read. So trust for this one
 * package is added where every reader passes: Avro loads its conversions as services before it can
 * build any data model, and this is one, of a logical type that no schema has. What the system
 * properties trust stays trusted.
 */
public final class TrustedRecords extends Conversion<TrustedRecords> {
  private static final String PACKAGE = "dev.paca.";

  static {
    ClassSecurityPredicate ours = type -> type.getName().startsWith(PACKAGE);
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), ours));
  }

  /** For Avro's service loader. */
  public TrustedRecords() {}

  /**
   * Does the same by name, for the serdes: a repackaged jar may have lost its service files, and
   * then every record would look unreadable.
   */
  static void trust() {
    // Loading the class did it.
  }

  @Override
  public Class<TrustedRecords> getConvertedType() {
    return TrustedRecords.class;
  }

  @Override
  public String getLogicalTypeName() {
    return "dev.paca.trusted-records";
  }
}
