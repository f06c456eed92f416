package io.homeport.agent;

import io.homeport.runtime.RequestThreads;
import org.xnio.XnioWorker;

/** The threads of the workers that requests are dispatched to. */
final class UndertowThreads implements RequestThreads.Counter<XnioWorker> {

    @Override
    public int busy(XnioWorker worker) {
        return worker.getMXBean().getBusyWorkerThreadCount();
    }

    @Override
    public int max(XnioWorker worker) {
        return worker.getMXBean().getMaxWorkerPoolSize();
    }
}
