package tenet.theorems;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tenet.symbolic.claim.Document;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.syntax.Diagnostic;
import tenet.symbolic.syntax.Parser;
import tenet.symbolic.syntax.Printer;

/** Reads {@code .tenet} files, and the {@code .cert} and {@code .mutants} files beside them. */
public final class SourceReader {
    /** Larger files are not texts that a person wrote. */
    private static final long LARGEST_BYTES = 8 << 20;

    private static final Pattern HEADER = Pattern.compile("\\s*certificate\\s+(\\S+)");

    private SourceReader() {
    }

    /**
     * Reads a file and the certificates beside it.
     *
     * @param library whose theories the file may use
     * @throws InvalidInput when it cannot be read, is not text, is empty, or has errors (all of them, each with its place)
     */
    public static Source read(Path path, Library library) throws InvalidInput {
        String text = text(path);
        if (text.isBlank()) throw new InvalidInput(path + " is empty; 'tenet new FILE' writes a file to start from");
        Path certificates = Path.of(certificateName(path.toString()));
        if (!Files.exists(certificates)) return parse(path.toString(), text, Optional.empty(), library);
        String stored;
        try {
            stored = text(certificates);
        } catch (InvalidInput unreadable) {
            return withoutCertificates(parse(path.toString(), text, Optional.empty(), library), unreadable.getMessage());
        }
        return parse(path.toString(), text, Optional.of(stored), library);
    }

    /** Certificates are a memory of earlier runs: without them every proof is searched again, and each claim says why. */
    private static Source withoutCertificates(Source source, String reason) {
        Map<String, String> problems = new LinkedHashMap<>();
        source.document().claims().forEach(claim -> problems.put(claim.id(), reason));
        return new Source(source.name(), source.text(), source.document(), StoredCertificates.of(Map.of(), problems));
    }

    /** Where the certificates of a file are: {@code NAME.cert} beside {@code NAME.tenet}. */
    public static String certificateName(String name) {
        return beside(name, ".cert");
    }

    /** Where the judgements of a file's mutants are: {@code NAME.mutants} beside {@code NAME.tenet}. */
    public static String judgementName(String name) {
        return beside(name, ".mutants");
    }

    private static String beside(String name, String ending) {
        return (name.endsWith(".tenet") ? name.substring(0, name.length() - ".tenet".length()) : name) + ending;
    }

    /**
     * The judgements of mutants beside a file; none when there is no such file.
     *
     * @param library the built-in library, whose own judgements come with it
     * @throws InvalidInput when it cannot be read, is not text, or has errors (all of them, each with its place)
     */
    public static List<Judgement> judgements(Source source, Library library) throws InvalidInput {
        String name = judgementName(source.name());
        if (library.owns(source)) {
            Optional<String> text = Library.resource(name);
            return text.isPresent() ? Judgement.of(name, text.get()) : List.of();
        }
        return Files.exists(Path.of(name)) ? Judgement.of(name, text(Path.of(name))) : List.of();
    }

    /**
     * Reads texts.
     *
     * @param name         how the user calls the file
     * @param certificates the text of the certificates beside it, if there are any
     * @throws InvalidInput with all errors of the file; what is wrong with its certificates is a {@link Source#problems() problem}
     */
    public static Source parse(String name, String text, Optional<String> certificates, Library library) throws InvalidInput {
        Parser.Result<Document> read = Parser.parse(name, InstanceBlock.without(text), new tenet.symbolic.syntax.Library(library::theory, library::has));
        if (read.hasErrors()) throw new InvalidInput(Diagnostic.render(read.diagnostics(), text));
        Document document = read.value();
        return new Source(name, text, document, certificates
                .map(stored -> StoredCertificates.later(() -> stored(certificateName(name), stored, document))).orElse(StoredCertificates.NONE));
    }

    private static StoredCertificates stored(String name, String text, Document document) {
        Map<String, Statement> statements = new LinkedHashMap<>();
        document.claims().forEach(claim -> statements.put(claim.id(), claim.statement()));
        Parser.Result<Map<String, Certificate>> read = Parser.parseCertificates(name, text, id -> Optional.ofNullable(statements.get(id)));
        return StoredCertificates.of(read.value(), problems(read, text));
    }

    /** What is wrong with each certificate that could not be read: the first mistake below its header. */
    private static Map<String, String> problems(Parser.Result<Map<String, Certificate>> stored, String text) {
        Map<String, String> problems = new LinkedHashMap<>();
        String id = "";
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher header = HEADER.matcher(line);
            if (header.lookingAt()) id = header.group(1);
            for (Diagnostic diagnostic : stored.diagnostics())
                if (diagnostic.place().line() == number && !stored.value().containsKey(id)) problems.putIfAbsent(id, diagnostic.toString());
        }
        return problems;
    }

    /** The content of a {@code .cert} file. */
    public static String certificateText(Collection<Certificate> certificates) {
        Map<String, Certificate> byId = new LinkedHashMap<>();
        certificates.forEach(certificate -> byId.put(certificate.claim(), certificate));
        return Printer.print(byId);
    }

    private static String text(Path path) throws InvalidInput {
        try {
            if (Files.isDirectory(path)) throw new InvalidInput(path + " is a directory; name the .tenet files in it");
            if (Files.exists(path) && !Files.isRegularFile(path)) throw new InvalidInput(path + " is not a regular file");
            if (Files.exists(path) && Files.size(path) > LARGEST_BYTES)
                throw new InvalidInput(path + " is too large: " + (Files.size(path) >> 20) + " MB, and at most " + (LARGEST_BYTES >> 20) + " are read");
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(path))).toString();
            if (text.indexOf('\0') >= 0) throw new InvalidInput(path + " is not a text file");
            return text;
        } catch (CharacterCodingException noise) {
            throw new InvalidInput(path + " is not a text file in UTF-8");
        } catch (NoSuchFileException missing) {
            throw new InvalidInput(path + " does not exist");
        } catch (AccessDeniedException denied) {
            throw new InvalidInput(path + " cannot be read: permission denied");
        } catch (IOException problem) {
            throw new InvalidInput(path + " cannot be read: " + problem.getMessage());
        }
    }
}
