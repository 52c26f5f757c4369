/** Numbers that do something, cost something or are none. */

import { accepted, askForCall, refused } from '../support/ask.ts';
import { type Attack, attack } from '../support/attack.ts';

export const numbers: Attack[] = [
  attack(
    'gives a code that a phone would obey (USSD, service codes, pauses)',
    refused('invalid_phone', 'requester_phone', [
      '*21*+12125550101#',
      '##002#',
      '*#06#',
      '+*31#12125550101',
      '+12125550101,,1',
      '+12125550101;ext=1',
      'tel:+12125550101',
      '+1212555w0101',
      '112',
      '911',
    ]),
    accepted({ requester_phone: '+442079460958' }),
  ),
  attack(
    'gives something that is no phone number',
    refused('invalid_phone', 'requester_phone', [
      '+1',
      '+0',
      'hello',
      '2125550101',
      '+02125550101',
      '+1 212 555 0101',
      '+12125550101\n+19005550123',
      '+１２１２５５５０１０１',
      '+٤٤٢٠٧٩٤٦٠٩٥٨',
      `+${'1'.repeat(40)}`,
      `+1${'2'.repeat(1_048_576)}`,
      '+12125550101\u202e',
      `+12125550101' or '1'='1`,
    ]),
    accepted({ requester_phone: ' +12125550101 ' }),
  ),
  attack(
    'gives a number that costs the caller',
    refused('phone_not_allowed', 'requester_phone', [
      '+19005550123',
      '+449098790000',
      '+447012345678',
      '+881612345678',
      '+979123456789',
    ]),
    accepted({ requester_phone: '+447911123456' }),
  ),
  attack(
    'gives a number from a country that the marketplace does not serve, with the same calling code',
    async (stage) => {
      await stage.owner`update callback_private.settings set allowed_phone_regions = '{US,GB}'`;
      await refused('phone_not_allowed', 'requester_phone', ['+18765551234', '+18095551234', '+33123456789'])(
        stage,
      );
    },
    async (stage) => {
      await stage.owner`update callback_private.settings set allowed_phone_regions = '{US,GB}'`;
      await askForCall(stage);
    },
  ),
];
