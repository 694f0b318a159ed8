package tenet.numeric.graph.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tenet.numeric.graph.Graph;
import tenet.numeric.graph.VertexIds;

/** Takes edges as a file has them, and makes a graph of them or says what is wrong with them. About 40 bytes per edge. */
final class EdgeCollector {
    private static final int SHOWN = 10;

    private final String name;
    private final boolean lenient;
    private long[] us = new long[1 << 10];
    private long[] vs = new long[1 << 10];
    private int[] lines = new int[1 << 10];
    private int size;
    private final List<Problem> problems = new ArrayList<>();
    private long problemCount;
    private long malformed;
    private long selfLoops;

    private record Problem(long line, String text) {
    }

    EdgeCollector(String name, boolean lenient) {
        this.name = name;
        this.lenient = lenient;
    }

    /** An edge at a line. */
    void add(long u, long v, long line) throws GraphFormatException {
        if (u == v) {
            selfLoops++;
            problem(line, "a self-loop at vertex " + u);
            return;
        }
        if (size == us.length) {
            if (size > 1 << 29) throw new GraphFormatException(name + ": more than " + size + " edges");
            us = Arrays.copyOf(us, 2 * size);
            vs = Arrays.copyOf(vs, 2 * size);
            lines = Arrays.copyOf(lines, 2 * size);
        }
        us[size] = u;
        vs[size] = v;
        lines[size++] = (int) line;
    }

    /** A line that is no edge. */
    void malformed(long line, String problem) {
        malformed++;
        problem(line, problem);
    }

    private void problem(long line, String problem) {
        if (problemCount++ < SHOWN) problems.add(new Problem(line, problem));
    }

    /** The graph on the vertices that occur. */
    GraphReader.Read graph(ReadOptions.Directions directions) throws GraphFormatException {
        return graph(directions, ids());
    }

    /** The graph on given vertices, among them all that occur. */
    GraphReader.Read graph(ReadOptions.Directions directions, VertexIds ids) throws GraphFormatException {
        boolean both = directions == ReadOptions.Directions.BOTH;
        long[] packed = new long[size];
        int upward = 0;
        int[] vertex = table(ids);
        for (int i = 0; i < size; i++) {
            // With both directions, upward edges are gathered at the front and downward ones at the back.
            long edge = Graph.pack(vertex(us[i], ids, vertex), vertex(vs[i], ids, vertex));
            if (!both || us[i] < vs[i]) packed[upward++] = edge;
            else packed[size - 1 - (i - upward)] = edge;
        }
        Arrays.sort(packed, 0, upward);
        Arrays.sort(packed, upward, size);
        long[] one = distinct(packed, 0, upward);
        long[] other = distinct(packed, upward, size);
        long repeated = size - one.length - other.length;
        long[] edges = both ? union(one, other) : one;
        long oneWay = both ? 2L * edges.length - one.length - other.length : 0;
        if (!lenient && repeated > 0) tellRepeated(both);
        if (!lenient && oneWay > 0) tellOneWay(ids, one, other);
        if (!lenient && problemCount > 0) throw new GraphFormatException(messages());
        return new GraphReader.Read(Graph.ofPacked(ids, edges), new Dropped(malformed, selfLoops, repeated, oneWay));
    }

    private List<String> messages() {
        List<String> messages = new ArrayList<>();
        problems.stream().sorted(Comparator.comparingLong(Problem::line)).forEach(each -> messages.add(name + ":" + each.line() + ": " + each.text()));
        if (problemCount > SHOWN) messages.add(name + ": and " + (problemCount - SHOWN) + " more such lines");
        messages.add("--lenient drops such lines and counts them");
        return messages;
    }

    private static long[] distinct(long[] sorted, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) if (i == from || sorted[i] != sorted[i - 1]) count++;
        long[] distinct = new long[count];
        int filled = 0;
        for (int i = from; i < to; i++) if (i == from || sorted[i] != sorted[i - 1]) distinct[filled++] = sorted[i];
        return distinct;
    }

    private static long[] union(long[] a, long[] b) {
        long[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        Arrays.sort(all);
        return distinct(all, 0, all.length);
    }

    /** Slow and rare: finds the lines again. */
    private void tellRepeated(boolean both) {
        Map<List<Long>, Integer> first = new HashMap<>();
        for (int i = 0; i < size; i++) {
            boolean turn = !both && us[i] > vs[i];
            Integer line = first.putIfAbsent(turn ? List.of(vs[i], us[i]) : List.of(us[i], vs[i]), lines[i]);
            if (line != null) problem(lines[i], "the edge " + us[i] + " " + vs[i] + " is on line " + line + " already"
                    + (both ? "" : "; for a file with both directions say --directions both"));
        }
    }

    private void tellOneWay(VertexIds ids, long[] one, long[] other) {
        Set<List<Long>> lonely = new HashSet<>();
        for (long edge : one) if (Arrays.binarySearch(other, edge) < 0) lonely.add(List.of(ids.id((int) (edge >>> 32)), ids.id((int) edge)));
        for (long edge : other) if (Arrays.binarySearch(one, edge) < 0) lonely.add(List.of(ids.id((int) edge), ids.id((int) (edge >>> 32))));
        for (int i = 0; i < size; i++)
            if (lonely.contains(List.of(us[i], vs[i])))
                problem(lines[i], "the graph is directed: it has " + us[i] + " " + vs[i] + " and not " + vs[i] + " " + us[i]);
    }

    private VertexIds ids() {
        if (size == 0) return new VertexIds.Range(0, 0);
        long least = Long.MAX_VALUE;
        long greatest = Long.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            least = Math.min(least, Math.min(us[i], vs[i]));
            greatest = Math.max(greatest, Math.max(us[i], vs[i]));
        }
        if (isDense(least, greatest)) {
            BitSet there = new BitSet();
            for (int i = 0; i < size; i++) {
                there.set((int) (us[i] - least));
                there.set((int) (vs[i] - least));
            }
            long base = least;
            int count = there.cardinality();
            return count == greatest - least + 1 ? new VertexIds.Range(least, count)
                    : new VertexIds.Listed(there.stream().mapToLong(v -> base + v).toArray());
        }
        long[] all = Arrays.copyOf(us, 2 * size);
        System.arraycopy(vs, 0, all, size, size);
        Arrays.sort(all);
        return new VertexIds.Listed(distinct(all, 0, all.length));
    }

    private boolean isDense(long least, long greatest) {
        long span = greatest - least;
        return span >= 0 && span < Math.min(8L * size + 1024, Integer.MAX_VALUE - 16);
    }

    /** For listed ids close to one another, the vertex of each, counted from the least; else empty. */
    private int[] table(VertexIds ids) {
        if (ids instanceof VertexIds.Range || ids.size() == 0 || !isDense(ids.id(0), ids.id(ids.size() - 1))) return new int[0];
        int[] table = new int[(int) (ids.id(ids.size() - 1) - ids.id(0)) + 1];
        for (int v = 0; v < ids.size(); v++) table[(int) (ids.id(v) - ids.id(0))] = v;
        return table;
    }

    private static int vertex(long id, VertexIds ids, int[] table) {
        return table.length > 0 ? table[(int) (id - ids.id(0))] : ids.vertex(id).orElseThrow();
    }
}
