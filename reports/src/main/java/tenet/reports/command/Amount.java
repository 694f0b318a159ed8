package tenet.reports.command;

import java.math.BigDecimal;
import java.math.RoundingMode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How many edges to remove: a number, or a fraction of those that there are. */
record Amount(BigDecimal value, boolean isFraction) {
    /** Of a graph with so many edges. A fraction keeps the rest rounded down. */
    int of(int edges) {
        if (!isFraction) return value.min(BigDecimal.valueOf(edges)).intValueExact();
        return edges - BigDecimal.ONE.subtract(value).multiply(BigDecimal.valueOf(edges)).setScale(0, RoundingMode.FLOOR).intValueExact();
    }

    /** Reads {@code 1000}, {@code 0.3}, {@code 30%}, {@code all}. */
    static final class Converter implements ITypeConverter<Amount> {
        @Override
        public Amount convert(String text) {
            if (text.equals("all")) return new Amount(BigDecimal.ONE, true);
            if (text.matches("\\d{1,18}")) return new Amount(new BigDecimal(text), false);
            if (text.matches("\\d{1,3}(\\.\\d{1,9})?%")) return fraction(new BigDecimal(text.substring(0, text.length() - 1)).movePointLeft(2), text);
            if (text.matches("\\d?\\.\\d{1,18}")) return fraction(new BigDecimal(text), text);
            throw new TypeConversionException("'" + text + "' is neither a number of edges nor a fraction such as 0.3 or 30%");
        }

        private static Amount fraction(BigDecimal value, String text) {
            if (value.compareTo(BigDecimal.ONE) > 0) throw new TypeConversionException("'" + text + "' is more than all edges");
            return new Amount(value, true);
        }
    }
}
