package tenet.reports.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import tenet.numeric.algebra.PrimeField;
import tenet.numeric.graph.Graph;
import tenet.numeric.graph.VertexIds;
import tenet.numeric.graph.separation.ProductNetwork;
import tenet.numeric.graph.separation.RankCertificate;
import tenet.theorems.InvalidInput;

/** Certificates of separation ranks as JSON: the network, the points and the determinant, by the ids of the graph's file. */
final class MinorFile {
    private static final String SCHEMA = "tenet-separation-rank/1";

    private MinorFile() {
    }

    static void write(RankCertificate certificate, Path file) throws InvalidInput {
        Graph graph = certificate.network().graph();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", SCHEMA);
        json.put("rank", certificate.rank());
        json.put("prime", PrimeField.MERSENNE_31);
        json.put("determinant", certificate.determinant());
        json.put("vertices", IntStream.range(0, graph.vertices()).mapToObj(graph.ids()::id).toList());
        json.put("edges", IntStream.range(0, graph.edges())
                .mapToObj(e -> List.of(graph.ids().id(graph.smaller(e)), graph.ids().id(graph.larger(e)))).toList());
        json.put("set", certificate.set().stream().mapToObj(graph.ids()::id).toList());
        certificate.target().ifPresent(vertex -> json.put("target", graph.ids().id(vertex)));
        json.put("layers", certificate.network().layers());
        json.put("output", certificate.network().output());
        json.put("rows", certificate.rows());
        json.put("columns", certificate.columns());
        try {
            Files.writeString(file, new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(json) + "\n");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException unwritable) {
            throw new InvalidInput("cannot write " + file + ": " + unwritable.getMessage());
        }
    }

    /**
     * @return the certificate as the file tells it; whether it holds is another question
     * @throws InvalidInput when the file is no such certificate, or does not speak of one network and one grid
     */
    static RankCertificate read(Path file) throws InvalidInput {
        JsonNode json;
        try {
            json = new ObjectMapper().readTree(Files.readString(file));
        } catch (NoSuchFileException missing) {
            throw new InvalidInput(file + " does not exist");
        } catch (JsonProcessingException broken) {
            throw new InvalidInput(file + " is not JSON: " + broken.getOriginalMessage());
        } catch (IOException unreadable) {
            throw new InvalidInput("cannot read " + file + ": " + unreadable.getMessage());
        }
        if (!SCHEMA.equals(json.path("schema").asText()))
            throw new InvalidInput(file + " is not a certificate of a separation rank: its schema is not " + SCHEMA);
        if (json.path("prime").asLong() != PrimeField.MERSENNE_31) throw new InvalidInput(file + ": the prime must be " + PrimeField.MERSENNE_31);
        try {
            return certificate(json);
        } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
            throw new InvalidInput(file + ": " + wrong.getMessage());
        }
    }

    private static RankCertificate certificate(JsonNode json) {
        VertexIds ids = new VertexIds.Listed(numbers(json, "vertices").stream().mapToLong(Long::longValue).toArray());
        long[] edges = lists(json, "edges").stream().mapToLong(ends -> {
            if (ends.size() != 2) throw new IllegalArgumentException("an edge with " + ends.size() + " ends");
            return Graph.pack(vertex(ends.getFirst(), ids), vertex(ends.getLast(), ids));
        }).sorted().toArray();
        List<List<List<Long>>> layers = new ArrayList<>();
        for (JsonNode layer : array(json, "layers")) layers.add(lists(layer));
        ProductNetwork network = new ProductNetwork(Graph.ofPacked(ids, edges), layers, numbers(json, "output"));
        BitSet set = new BitSet();
        for (long id : numbers(json, "set")) set.set(vertex(id, ids));
        OptionalInt target = json.has("target") ? OptionalInt.of(vertex(json.get("target").asLong(), ids)) : OptionalInt.empty();
        List<List<Long>> rows = points(json, "rows", set.cardinality() * network.features());
        List<List<Long>> columns = points(json, "columns", (ids.size() - set.cardinality()) * network.features());
        if (json.path("rank").asInt(-1) != rows.size()) throw new IllegalArgumentException("the rank is not the number of rows, " + rows.size());
        return new RankCertificate(network, set, target, rows, columns, json.path("determinant").asLong());
    }

    private static List<List<Long>> points(JsonNode json, String name, int size) {
        List<List<Long>> points = lists(json, name);
        for (List<Long> point : points) {
            if (point.size() != size) throw new IllegalArgumentException("a point of the " + name + " has " + point.size() + " numbers, not " + size);
            for (long number : point)
                if (number < 0 || number >= PrimeField.MERSENNE_31) throw new IllegalArgumentException("a number of the " + name + " is not below the prime: " + number);
        }
        return points;
    }

    private static int vertex(long id, VertexIds ids) {
        return ids.vertex(id).orElseThrow(() -> new IllegalArgumentException("there is no vertex " + id));
    }

    private static JsonNode array(JsonNode json, String name) {
        JsonNode array = json.path(name);
        if (!array.isArray()) throw new IllegalArgumentException("'" + name + "' is missing");
        return array;
    }

    private static List<List<Long>> lists(JsonNode json, String name) {
        return lists(array(json, name));
    }

    private static List<List<Long>> lists(JsonNode array) {
        List<List<Long>> lists = new ArrayList<>();
        for (JsonNode row : array) lists.add(numbers(row));
        return lists;
    }

    private static List<Long> numbers(JsonNode json, String name) {
        return numbers(array(json, name));
    }

    private static List<Long> numbers(JsonNode array) {
        List<Long> numbers = new ArrayList<>();
        for (JsonNode number : array) {
            if (!number.isIntegralNumber() || !number.canConvertToLong()) throw new IllegalArgumentException("'" + number + "' is not an integer of 64 bits");
            numbers.add(number.asLong());
        }
        return numbers;
    }
}
