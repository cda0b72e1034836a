/** `danhba password-page`: serves the page where a password is changed, until it is told to end (6.3, 7.3). */

import type { Server as TlsServer } from 'node:https';
import { readLdapSettings, readPageSettings } from '../config.ts';
import { openClient } from '../ldap/connect/client.ts';
import type { LdapSettings } from '../ldap/connect/settings.ts';
import { changePassword } from '../ldap/holder/change-password.ts';
import type { Places } from '../model/account/places.ts';
import type { Policy } from '../model/directory/policy.ts';
import type { PageFacts } from '../model/password-page/told.ts';
import { remarkOf } from '../model/problems/errors.ts';
import { openAttempts } from '../password-page/attempt.ts';
import { openCounts } from '../password-page/counts.ts';
import { openLimits, usualLimits } from '../password-page/limits.ts';
import { listen, parseListen, refuseOtherKey, refusePlaintext } from '../password-page/listen.ts';
import { makePageServer } from '../password-page/server.ts';
import type { PageSettings, TlsFiles } from '../password-page/settings.ts';
import { type CommonOptions, type ExitCode, exitCode, type Io, languageOf } from '../process/io.ts';
import { type Logger, makeLogger } from '../process/log.ts';
import { onReload, untilAskedToEnd } from '../process/signals.ts';
import { remarkText } from '../render/errors/remark.ts';
import { renderPageMetrics } from '../render/password-page/metrics.ts';
import { renderDonePage, renderFormPage, renderMissingPage } from '../render/password-page/page.ts';
import { servedWords } from '../render/password-page/words/served.ts';
import { readOperatorName, readPolicy } from '../run/policy.ts';

export interface PasswordPageOptions extends CommonOptions {
  readonly listen: string;
}

/** Seconds. Who asks for the health of the page asks the directory server no oftener. */
const healthSeconds = 5;
const healthAnswerMilliseconds = 5_000;

export async function passwordPage(options: PasswordPageOptions, io: Io): Promise<ExitCode> {
  const settings: PageSettings = { ...parseListen(options.listen), ...readPageSettings(io.environment) };
  readTls(io);
  refusePlaintext(settings);
  const ldap = readLdapSettings(io.environment);
  const policy = await readPolicy(options.directory, io.language);
  const facts = factsOf(policy, await readOperatorName(options.directory, policy));
  // Before anybody comes: an account that cannot bind serves nobody.
  await probe(ldap);

  const log = await makeLogger(io);
  const app = serve(settings, ldap, policy, facts, io, log);
  onReload(() => {
    try {
      const tls = readTls(io);
      if (tls !== undefined) (app.server as TlsServer).setSecureContext(tls);
    } catch (thrown) {
      // The one it has is good until it expires: no reason to serve nobody.
      log.error(remarkText(remarkOf(thrown), io.language));
    }
  });
  const ended = untilAskedToEnd();
  const address = await listen(app, settings);
  io.err(servedWords[languageOf(options, policy.language)](address));
  await ended;
  await app.close();
  return exitCode.clean;
}

/** The certificate as it is now. @throws ExpectedError where it and its key cannot be used. */
function readTls(io: Io): TlsFiles | undefined {
  const { tls } = readPageSettings(io.environment);
  if (tls !== undefined) refuseOtherKey(tls, 'DANHBA_PAGE_CERTIFICATE');
  return tls;
}

function serve(
  settings: PageSettings,
  ldap: LdapSettings,
  places: Places,
  facts: PageFacts,
  io: Io,
  log: Logger,
) {
  const counts = openCounts();
  const begun = io.now().getTime() / 1000;
  const fail = (thrown: unknown) => log.error(remarkText(remarkOf(thrown), io.language));
  const attempt = openAttempts({
    change: (change) => changePassword(ldap, places, change),
    limits: openLimits(usualLimits),
    fail,
  });
  return makePageServer(settings, {
    pages: {
      form: (language, token, address, told) =>
        renderFormPage({ facts, language, token, address, ...(told !== undefined && { told }) }),
      done: (language) => renderDonePage(facts, language),
      missing: (language) => renderMissingPage(facts, language),
      metrics: () => renderPageMetrics(counts.read(), begun),
    },
    minLength: facts.minLength,
    attempt,
    isHealthy: openHealth(ldap, io),
    // What was typed as an address may be a password: neither is told.
    tell: (says, source) => {
      counts.add(says);
      log.info({ says, source }, 'password page');
    },
    fail,
  });
}

async function probe(ldap: LdapSettings): Promise<void> {
  const { client, socket } = await openClient(ldap, healthAnswerMilliseconds);
  await client.unbind().catch(() => undefined);
  socket.destroy();
}

function openHealth(ldap: LdapSettings, io: Io): () => Promise<boolean> {
  let asked = Number.NEGATIVE_INFINITY;
  let healthy: Promise<boolean> = Promise.resolve(true);
  return () => {
    const now = io.now().getTime() / 1000;
    if (now - asked >= healthSeconds) {
      asked = now;
      healthy = probe(ldap).then(
        () => true,
        () => false,
      );
    }
    return healthy;
  };
}

function factsOf(policy: Policy, operator: string | undefined): PageFacts {
  const { user, administrator } = policy.passwords;
  return {
    province: policy.province,
    domain: policy.domain,
    ...(operator !== undefined && { operator }),
    ...(policy.operatorPhone !== undefined && { operatorPhone: policy.operatorPhone }),
    minLength: user.minLength,
    administratorMinLength: administrator.minLength,
    maxAgeMonths: user.maxAgeMonths,
    administratorMaxAgeMonths: administrator.maxAgeMonths,
  };
}
