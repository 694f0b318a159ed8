package tenet.numeric.graph.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The lines of a stream as bytes, without an object for each. */
final class Lines {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private byte[] line = new byte[1 << 8];
    private int length;
    private int from;
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line. @return false when there is none */
    boolean next() throws IOException {
        length = 0;
        from = 0;
        number++;
        boolean any = false;
        while (true) {
            if (at == end) {
                at = 0;
                end = Math.max(0, in.read(buffer));
                if (end == 0) return any;
            }
            any = true;
            int start = at;
            while (at < end && buffer[at] != '\n') at++;
            append(start, at);
            if (at < end) {
                at++;
                return true;
            }
        }
    }

    private void append(int start, int stop) {
        int more = stop - start;
        if (length + more > line.length) line = Arrays.copyOf(line, Math.max(2 * line.length, length + more));
        System.arraycopy(buffer, start, line, length, more);
        length += more;
    }

    /** The number of the line, from 1. */
    long number() {
        return number;
    }

    /** Whether only blanks are left on the line. */
    boolean atEnd() {
        while (from < length && line[from] <= ' ' && line[from] >= 0) from++;
        return from == length;
    }

    /** The next byte that is no blank; only when not at the end. */
    byte peek() {
        return line[from];
    }

    /**
     * Reads an integer up to the next blank.
     *
     * @throws NumberFormatException when there is none
     */
    long integer() {
        if (atEnd()) throw new NumberFormatException();
        int begin = from;
        while (from < length && (line[from] > ' ' || line[from] < 0)) from++;
        int first = line[begin] == '-' || line[begin] == '+' ? begin + 1 : begin;
        if (first == from || from - first > 18) throw new NumberFormatException();
        long value = 0;
        for (int i = first; i < from; i++) {
            if (line[i] < '0' || line[i] > '9') throw new NumberFormatException();
            value = 10 * value + line[i] - '0';
        }
        return line[begin] == '-' ? -value : value;
    }

    /** The text of the line for a message. */
    String text() {
        String text = new String(line, 0, Math.min(length, 60), StandardCharsets.UTF_8).strip();
        return "'" + text.replaceAll("\\p{Cntrl}", "?") + (length > 60 ? "...'" : "'");
    }

    /** The whole line. */
    String whole() {
        return new String(line, 0, length, StandardCharsets.UTF_8).strip();
    }
}
