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
import java.util.Optional;
import tenet.symbolic.kernel.Certificate;

/** Reads {@code .tenet} files and the {@code .cert} files beside them. */
public final class SourceReader {
    /** Larger files are not texts that a person wrote. */
    private static final long LARGEST_BYTES = 8 << 20;

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
        return parse(path.toString(), text, Files.exists(certificates) ? Optional.of(text(certificates)) : Optional.empty(), library);
    }

    /** Where the certificates of a file are: {@code NAME.cert} beside {@code NAME.tenet}. */
    public static String certificateName(String name) {
        return (name.endsWith(".tenet") ? name.substring(0, name.length() - ".tenet".length()) : name) + ".cert";
    }

    public static Source parse(String name, String text, Optional<String> certificates, Library library) throws InvalidInput {
        throw new IllegalStateException("under construction");
    }

    public static String certificateText(Collection<Certificate> certificates) {
        throw new IllegalStateException("under construction");
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
