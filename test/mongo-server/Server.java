import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.util.List;

/**
 * A server that speaks MongoDB's protocol, for the tests: java -cp 'target/dependency/*' Server.java [PORT] [FILE]
 * PORT 0 or none takes a free one. FILE keeps the data over a stop; without it they are in memory.
 * Prints its address on one line once it answers.
 */
public final class Server {
    /** The driver refuses what the library says by itself: MongoDB 7.0 is wire version 21. */
    private static final MongoVersion SEVEN = new MongoVersion() {
        @Override
        public List<Integer> getVersionArray() {
            return List.of(7, 0, 0);
        }

        @Override
        public int getWireVersion() {
            return 21;
        }
    };

    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 0;
        H2Backend backend = args.length > 1 ? new H2Backend(args[1]) : H2Backend.inMemory();
        backend.version(SEVEN);
        MongoServer server = new MongoServer(backend);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
        server.bind("127.0.0.1", port);
        System.out.println("mongodb://127.0.0.1:" + server.getLocalAddress().getPort());
        // -Dtied=true: the server ends with whoever started it, however that ends, because its input does.
        if (Boolean.getBoolean("tied")) {
            while (System.in.read() >= 0) {}
            System.exit(0);
        }
        Thread.currentThread().join();
    }
}
