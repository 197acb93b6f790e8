import * as React from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { labelIn, type Brand, type Locale, type Settings } from '../../../../../contract';
import { useLanguage } from '../../../kernel/language';
import { useTranslate } from '../../../kernel/translate';
import { LanguageChoice } from '../LanguageChoice';
import { Section } from '../../../kernel/ui/Section';
import { loginWords } from './loginWords';
import { buttonColours } from './portalColour';

// The portal's own colours, whatever those of the panel are.
const Page = styled.div`
  padding: 2.4rem 1.6rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: #f6f5f1;
  color: #1d2321;
  font-size: 1.4rem;
  line-height: 1.5;
  overflow-wrap: anywhere;
`;
const Card = styled.div`
  max-width: 40rem;
  margin-inline: auto;
  padding: 2.4rem;
  border-radius: 1.2rem;
  background: #ffffff;
  box-shadow:
    0 1px 2px rgb(29 35 33 / 6%),
    0 8px 24px rgb(29 35 33 / 6%);
  display: flex;
  flex-direction: column;
  gap: 1.2rem;
  img {
    align-self: flex-start;
    max-width: 100%;
    max-height: 4.8rem;
  }
  .title {
    font-size: 2rem;
    font-weight: 650;
  }
  .text {
    white-space: pre-line;
  }
  .line {
    height: 3.6rem;
    border: 1px solid #83898a;
    border-radius: 0.8rem;
  }
  .button {
    padding: 0.8rem 1.6rem;
    border-radius: 0.8rem;
    font-weight: 600;
    text-align: center;
  }
`;

const Logo = ({ url }: { url: string }) => {
  const translate = useTranslate();
  const [isMissing, setMissing] = React.useState(false);
  if (isMissing) return <Typography textColor="danger600">{translate('settings.logo.missing')}</Typography>;
  return <img src={url} alt={translate('settings.logo')} onError={() => setMissing(true)} />;
};

interface Props {
  brand: Brand;
  signInMethods: Settings['signInMethods'];
  isJoiningOpen: boolean;
}

/** The login page of the portal in small, as it would be if this were saved. */
export const LoginPreview = ({ brand, signInMethods, isJoiningOpen }: Props) => {
  const translate = useTranslate();
  const [locale, setLocale] = React.useState<Locale>(useLanguage());
  const text = loginWords[locale];
  const welcome = labelIn(brand.welcome, locale);
  const help = labelIn(brand.help, locale);
  return (
    <Section title={translate('settings.preview')} hint={translate('settings.preview.hint')}>
      <LanguageChoice label={translate('settings.preview.language')} value={locale} onChange={setLocale}>
        <Box paddingTop={4}>
          <Page lang={locale} data-testid="login-preview">
            <Card>
              {brand.logoUrl !== null && <Logo key={brand.logoUrl} url={brand.logoUrl} />}
              <span className="title">{text.title}</span>
              {welcome !== '' && <span className="text">{welcome}</span>}
              {signInMethods.password && (
                <>
                  <Flex direction="column" alignItems="stretch" gap={1}>
                    <span>{text.name}</span>
                    <span className="line" />
                  </Flex>
                  <Flex direction="column" alignItems="stretch" gap={1}>
                    <span>{text.password}</span>
                    <span className="line" />
                  </Flex>
                  <span className="button" style={buttonColours(brand.colour)}>
                    {text.enter}
                  </span>
                </>
              )}
              {isJoiningOpen && (
                <span className="button" style={{ border: '1px solid #83898a' }}>
                  {text.join}
                </span>
              )}
              {help !== '' && <span className="text">{help}</span>}
            </Card>
          </Page>
        </Box>
      </LanguageChoice>
    </Section>
  );
};
